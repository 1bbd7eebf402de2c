"""Every night, set the industry of the accounts of some views, and report what did not work."""

import sys
from collections.abc import Iterable, Iterator

from zoho_crm_jobs import Client, errors


def run(crm: Client, views: Iterable[str]) -> Iterator[str]:
    """Update the accounts of each view, one job after the other, and yield what went wrong."""
    for view in views:
        try:
            result = crm.mass_update.schedule("Accounts", cvid=view, data={"Industry": "Education"}).wait()
            if result.progress.partly_failed:
                yield f"{view}: {result.progress}"
        except errors.SubmissionUncertain as error:
            yield f"{view}: look at an account before you repeat it: {error}"
        except errors.NotFoundError:
            continue  # no account is in the view tonight
        except errors.ZohoCRMError as error:
            yield f"{view}: {error}"


if __name__ == "__main__":
    with Client.from_env() as client:
        sys.exit("\n".join(run(client, sys.argv[1:])) or None)
