"""The rules: what each kind of change does to a program that was written for the earlier document.

A change is *breaking* if a program that was written for the earlier document, or against a client generated from it,
may be refused, may get what it was never told of, or may no longer compile. It is *compatible* if no such program
notices, and *cosmetic* if it only concerns people who read. Who can be surprised depends on the direction: what a
client sends may become freer but not stricter, what it gets may become stricter but not freer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a change means for programs written for the earlier document."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    COSMETIC = "cosmetic"


@dataclass(frozen=True)
class Rule:
    """A kind of change, with what it means and why."""

    kind: Kind
    reason: str


@dataclass(frozen=True)
class Change:
    """One change of the document.

    Attributes:
        rule: The name of its rule.
        where: The place: a component, or a part of an operation.
        what: What changed there.
        operations: The operations that it concerns; none if it concerns the document as a whole.
    """

    rule: str
    where: str
    what: str
    operations: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What the change means for programs written for the earlier document."""
        return RULES[self.rule].kind

    @property
    def reason(self) -> str:
        """Why it means that."""
        return RULES[self.rule].reason

    def to_dict(self) -> dict[str, object]:
        """Returns the change as JSON."""
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


_REFUSED = "a request that was valid may now be refused"
_FREER = "every request that was valid still is"
_SURPRISE = "an answer may now hold what the earlier document excluded"
_STRICTER = "every answer is one that the earlier document allowed"
_NAME_LOST = "a generated client had a name for it, which is gone"
_TYPE = "generated clients give it another type"
_MORE = "nobody has to use it"

RULES: dict[str, Rule] = {
    # The document as a whole.
    "text-changed": Rule(Kind.COSMETIC, "only people read it"),
    "other-changed": _breaking("no rule says what this change does, so that somebody has to look"),
    "openapi-version-changed": _breaking("a tool that reads the earlier version may not read this one"),
    "server-removed": _breaking("programs that call it have nowhere to go"),
    "server-added": _compatible(_MORE),
    "server-value-removed": _breaking("programs for this value have nowhere to go"),
    "server-value-added": _compatible(_MORE),
    "server-default-changed": _breaking("programs that name no server now call another one"),
    "security-scheme-removed": _breaking("programs that authenticate so are refused"),
    "security-scheme-added": _compatible(_MORE),
    "security-scheme-changed": _breaking("programs that authenticate in the earlier way are refused"),
    "scope-removed": _breaking("a token can no longer be asked for with it"),
    "scope-added": _compatible(_MORE),
    "schema-removed": _breaking("generated clients have a class of this name, which is gone"),
    "schema-added": _compatible(_MORE),
    # Operations.
    "operation-removed": _breaking("programs that call it have nothing to call"),
    "operation-added": _compatible(_MORE),
    "operation-renamed": _breaking("generated clients name their functions by the operationId"),
    "operation-moved": _breaking("requests to the earlier path or with the earlier method fail"),
    "operation-regrouped": _breaking("generated clients name their packages by the tag"),
    "operation-deprecated": _compatible("it still works"),
    "since-later": _breaking("programs for the versions before can no longer call it"),
    "since-earlier": _compatible(_MORE),
    "parameter-removed": _breaking("programs that send it no longer get what they asked for"),
    "required-parameter-added": _breaking(_REFUSED),
    "optional-parameter-added": _compatible(_FREER),
    "parameter-now-required": _breaking(_REFUSED),
    "parameter-now-optional": _compatible(_FREER),
    "body-removed": _breaking("programs that send it no longer get what they asked for"),
    "required-body-added": _breaking(_REFUSED),
    "optional-body-added": _compatible(_FREER),
    "body-now-required": _breaking(_REFUSED),
    "body-now-optional": _compatible(_FREER),
    "body-content-type-removed": _breaking(_REFUSED),
    "body-content-type-added": _compatible(_FREER),
    "scopes-tightened": _breaking("a token that sufficed no longer does"),
    "scopes-loosened": _compatible("every token that sufficed still does"),
    "module-scopes-tightened": _breaking("a token that sufficed for this module no longer does"),
    "module-scopes-loosened": _compatible("every token that sufficed for this module still does"),
    # Answers.
    "status-removed": _breaking("what handles this answer loses its type: a client takes it for an undocumented one"),
    "success-status-added": _breaking(
        "a client that does not know a success takes it for a failure, and may try again"
    ),
    "error-status-added": _compatible("a client takes any 4xx or 5xx for an error, documented or not"),
    "response-content-type-removed": _breaking("a client that asks for it, or reads it, gets something else"),
    "response-content-type-added": _breaking(_SURPRISE),
    "error-code-removed": _breaking("what handles this error at this status is never reached again"),
    "error-code-added": _breaking("the errors at a status are a closed choice, which a generated decoder enforces"),
    "header-removed": _breaking("programs that read it find nothing"),
    "header-added": _compatible(_MORE),
    "header-now-optional": _breaking(_SURPRISE),
    "header-now-required": _compatible(_STRICTER),
    "link-removed": _breaking("programs that follow it find nothing"),
    "link-added": _compatible(_MORE),
    "link-changed": _breaking("programs that follow it arrive elsewhere"),
    # Waiting for jobs: x-waiter.
    "waiter-removed": _breaking("programs that wait by it no longer know when a job ends"),
    "waiter-added": _compatible(_MORE),
    "waiter-renamed": _breaking(_NAME_LOST),
    "waiter-state-reclassified": _breaking("a job in this state ends, or goes on, where it did not"),
    "waiter-state-listed": _compatible("a state that is not listed is pending too"),
    "waiter-place-changed": _breaking("programs that read it at the earlier place find nothing"),
    "waiter-place-added": _compatible(_MORE),
    "waiter-absent-changed": _breaking("no such job shows in another way"),
    "waiter-delay-changed": _compatible("it is a suggestion"),
    "waiter-retention-shortened": _breaking("what could still be read is gone"),
    "waiter-retention-lengthened": _compatible("what could be read still can"),
    # Schemas of what a client sends.
    "request-type-narrowed": _breaking(_REFUSED),
    "request-type-widened": _compatible(_FREER),
    "request-type-changed": _breaking(_REFUSED),
    "request-now-nullable": _compatible(_FREER),
    "request-no-longer-nullable": _breaking(_REFUSED),
    "request-values-removed": _breaking(_REFUSED),
    "request-values-added": _compatible(_FREER),
    "request-values-closed": _breaking(_REFUSED),
    "request-values-opened": _compatible(_FREER),
    "request-const-changed": _breaking(_REFUSED),
    "request-required-property-added": _breaking(_REFUSED),
    "request-property-added": _compatible(_FREER),
    "request-property-removed": _breaking("programs that send it are refused, or no longer get what they asked for"),
    "request-property-now-required": _breaking(_REFUSED),
    "request-property-now-optional": _compatible(_FREER),
    "request-keys-closed": _breaking(_REFUSED),
    "request-keys-opened": _compatible(_FREER),
    "request-tightened": _breaking(_REFUSED),
    "request-loosened": _compatible(_FREER),
    "request-format-changed": _breaking(_TYPE),
    "request-pattern-changed": _breaking(_REFUSED),
    "request-default-changed": _breaking("leaving it out now means something else"),
    "request-variant-removed": _breaking(_REFUSED),
    "request-variant-added": _compatible(_FREER),
    # Schemas of what a client gets.
    "response-type-narrowed": _compatible(_STRICTER),
    "response-type-widened": _breaking(_SURPRISE),
    "response-type-changed": _breaking(_SURPRISE),
    "response-now-nullable": _breaking("null comes where the earlier document promised a value"),
    "response-no-longer-nullable": _compatible(_STRICTER),
    "response-values-removed": _breaking(_NAME_LOST),
    "response-values-added": _breaking("a value comes that programs do not know"),
    "response-values-closed": _breaking(_TYPE),
    "response-values-opened": _breaking("values come that programs do not know"),
    "response-const-changed": _breaking("a value comes that programs do not know"),
    "response-required-property-added": _compatible(_MORE),
    "response-property-added": _compatible(_MORE),
    "response-property-removed": _breaking("programs that read it find nothing"),
    "response-property-now-required": _compatible(_STRICTER),
    "response-property-now-optional": _breaking("programs that read it may find nothing"),
    "response-keys-closed": _compatible(_STRICTER),
    "response-keys-opened": _breaking(_SURPRISE),
    "response-tightened": _compatible(_STRICTER),
    "response-loosened": _breaking(_SURPRISE),
    "response-format-changed": _breaking(_TYPE),
    "response-pattern-changed": _breaking(_SURPRISE),
    "response-default-changed": _breaking("leaving it out now means something else"),
    "response-variant-removed": _breaking(_NAME_LOST),
    "response-variant-added": _breaking(_SURPRISE),
}
"""Every rule by its name, which is stable: scripts may select by it."""
