"""The rules: the effect of each kind of change on programs written for the earlier document.

A change is *breaking* if such a program, or one built on a client generated from the earlier document, may get an
error, may get a value that the earlier document excluded, or may no longer compile. It is *compatible* if no such
program is affected, and *cosmetic* if only people read what changed. The direction decides: requests may become less
restricted but not more, responses may become more restricted but not less.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The effect of a change on programs written for the earlier document."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    COSMETIC = "cosmetic"


@dataclass(frozen=True)
class Rule:
    """The effect of one kind of change, and the reason."""

    kind: Kind
    reason: str


@dataclass(frozen=True)
class Change:
    """One change of the document.

    ``where`` is a component or a part of an operation, ``what`` the change there. ``operations`` are those that it
    affects; it is empty if the document as a whole changed.
    """

    rule: str
    where: str
    what: str
    operations: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """The effect of the change."""
        return RULES[self.rule].kind

    @property
    def reason(self) -> str:
        """The reason for the effect."""
        return RULES[self.rule].reason

    def to_dict(self) -> dict[str, object]:
        """Return the change as JSON."""
        return {
            "kind": str(self.kind),
            "rule": self.rule,
            "where": self.where,
            "what": self.what,
            "operations": list(self.operations),
            "reason": self.reason,
        }


def _breaking(reason: str) -> Rule:
    return Rule(Kind.BREAKING, reason)


def _compatible(reason: str) -> Rule:
    return Rule(Kind.COMPATIBLE, reason)


_REJECTED = "a request that was valid may now be an error"
_FREER = "every request that was valid still is"
_UNEXPECTED = "a response may now hold what the earlier document excluded"
_STRICTER = "every response is one that the earlier document allowed"
_NAME_LOST = "generated clients lose a name"
_TYPE = "generated clients give it another type"
_OPTIONAL = "no program has to use it"

RULES: dict[str, Rule] = {
    # The document as a whole.
    "text-changed": Rule(Kind.COSMETIC, "only people read it"),
    "other-changed": _breaking("no rule knows the effect of this change: check it by hand"),
    "openapi-version-changed": _breaking("a tool that reads the earlier version may not read this one"),
    "server-removed": _breaking("programs that call it fail"),
    "server-added": _compatible(_OPTIONAL),
    "server-value-removed": _breaking("programs that use this value fail"),
    "server-value-added": _compatible(_OPTIONAL),
    "server-default-changed": _breaking("programs that choose no server now call another one"),
    "security-scheme-removed": _breaking("programs that authenticate with it get an error"),
    "security-scheme-added": _compatible(_OPTIONAL),
    "security-scheme-changed": _breaking("programs that authenticate in the earlier way get an error"),
    "scope-removed": _breaking("a token can no longer be requested with it"),
    "scope-added": _compatible(_OPTIONAL),
    "schema-removed": _breaking("generated clients lose the class of this name"),
    "schema-added": _compatible(_OPTIONAL),
    # Operations.
    "operation-removed": _breaking("programs that call it fail"),
    "operation-added": _compatible(_OPTIONAL),
    "operation-renamed": _breaking("generated clients name their functions by the operationId"),
    "operation-moved": _breaking("requests to the earlier path or with the earlier method fail"),
    "operation-regrouped": _breaking("generated clients name their packages by the tag"),
    "operation-deprecated": _compatible("it still works"),
    "since-later": _breaking("programs for earlier versions can no longer call it"),
    "since-earlier": _compatible(_OPTIONAL),
    "parameter-removed": _breaking("it no longer has an effect"),
    "required-parameter-added": _breaking(_REJECTED),
    "optional-parameter-added": _compatible(_FREER),
    "parameter-now-required": _breaking(_REJECTED),
    "parameter-now-optional": _compatible(_FREER),
    "body-removed": _breaking("it no longer has an effect"),
    "required-body-added": _breaking(_REJECTED),
    "optional-body-added": _compatible(_FREER),
    "body-now-required": _breaking(_REJECTED),
    "body-now-optional": _compatible(_FREER),
    "body-content-type-removed": _breaking(_REJECTED),
    "body-content-type-added": _compatible(_FREER),
    "scopes-tightened": _breaking("a token that sufficed no longer does"),
    "scopes-loosened": _compatible("every token that sufficed still does"),
    "module-scopes-tightened": _breaking("a token that sufficed for this module no longer does"),
    "module-scopes-loosened": _compatible("every token that sufficed for this module still does"),
    # Responses.
    "status-removed": _breaking("code that handles this response loses its type"),
    "success-status-added": _breaking("a client takes an undocumented success for a failure, and may retry"),
    "error-status-added": _compatible("a client takes any 4xx or 5xx for an error, documented or not"),
    "response-content-type-removed": _breaking("a client that requests or parses it gets another type"),
    "response-content-type-added": _breaking(_UNEXPECTED),
    "error-code-removed": _breaking("code that handles this error at this status is dead"),
    "error-code-added": _breaking("a generated decoder accepts only the documented errors of a status"),
    "header-removed": _breaking("programs that read it find nothing"),
    "header-added": _compatible(_OPTIONAL),
    "header-now-optional": _breaking(_UNEXPECTED),
    "header-now-required": _compatible(_STRICTER),
    "header-kind-changed": _compatible("the headers of each response are compared too"),
    "link-removed": _breaking("programs cannot follow it any more"),
    "link-added": _compatible(_OPTIONAL),
    "link-changed": _breaking("programs that follow it send another request"),
    # Waiting for jobs: x-waiter.
    "waiter-removed": _breaking("programs that use it cannot tell when a job ends"),
    "waiter-added": _compatible(_OPTIONAL),
    "waiter-renamed": _breaking(_NAME_LOST),
    "waiter-state-reclassified": _breaking("programs stop waiting in another state than before"),
    "waiter-state-listed": _compatible("a state that is not listed is pending too"),
    "waiter-place-changed": _breaking("programs that read it at the earlier place find nothing"),
    "waiter-place-added": _compatible(_OPTIONAL),
    "waiter-total-changed": _breaking("programs that predict the end from the total predict a wrong one"),
    "waiter-absent-changed": _breaking("programs no longer recognize a job that does not exist"),
    "waiter-delay-changed": _compatible("it is a suggestion"),
    "waiter-retention-shortened": _breaking("a result that could still be read is gone"),
    "waiter-retention-lengthened": _compatible("a result that could be read still can"),
    # Schemas of requests.
    "request-type-narrowed": _breaking(_REJECTED),
    "request-type-widened": _compatible(_FREER),
    "request-type-changed": _breaking(_REJECTED),
    "request-now-nullable": _compatible(_FREER),
    "request-no-longer-nullable": _breaking(_REJECTED),
    "request-values-removed": _breaking(_REJECTED),
    "request-values-added": _compatible(_FREER),
    "request-values-closed": _breaking(_REJECTED),
    "request-values-opened": _compatible(_FREER),
    "request-const-changed": _breaking(_REJECTED),
    "request-required-property-added": _breaking(_REJECTED),
    "request-property-added": _compatible(_FREER),
    "request-property-removed": _breaking("it is now an error, or no longer has an effect"),
    "request-property-now-required": _breaking(_REJECTED),
    "request-property-now-optional": _compatible(_FREER),
    "request-keys-closed": _breaking(_REJECTED),
    "request-keys-opened": _compatible(_FREER),
    "request-tightened": _breaking(_REJECTED),
    "request-loosened": _compatible(_FREER),
    "request-format-changed": _breaking(_TYPE),
    "request-pattern-changed": _breaking(_REJECTED),
    "request-default-changed": _breaking("omitting it now means something else"),
    "request-variant-removed": _breaking(_REJECTED),
    "request-variant-added": _compatible(_FREER),
    # Schemas of responses.
    "response-type-narrowed": _compatible(_STRICTER),
    "response-type-widened": _breaking(_UNEXPECTED),
    "response-type-changed": _breaking(_UNEXPECTED),
    "response-now-nullable": _breaking("it may be null where the earlier document promised a value"),
    "response-no-longer-nullable": _compatible(_STRICTER),
    "response-values-removed": _breaking(_NAME_LOST),
    "response-values-added": _breaking("programs do not know the new value"),
    "response-values-closed": _breaking(_TYPE),
    "response-values-opened": _breaking("programs do not know the new values"),
    "response-const-changed": _breaking("programs do not know the new value"),
    "response-required-property-added": _compatible(_OPTIONAL),
    "response-property-added": _compatible(_OPTIONAL),
    "response-property-removed": _breaking("programs that read it find nothing"),
    "response-property-now-required": _compatible(_STRICTER),
    "response-property-now-optional": _breaking("programs that read it may find nothing"),
    "response-keys-closed": _compatible(_STRICTER),
    "response-keys-opened": _breaking(_UNEXPECTED),
    "response-tightened": _compatible(_STRICTER),
    "response-loosened": _breaking(_UNEXPECTED),
    "response-format-changed": _breaking(_TYPE),
    "response-pattern-changed": _breaking(_UNEXPECTED),
    "response-default-changed": _breaking("omitting it now means something else"),
    "response-variant-removed": _breaking(_NAME_LOST),
    "response-variant-added": _breaking(_UNEXPECTED),
}
"""Every rule by its name, which is stable, so that scripts can select by it."""
