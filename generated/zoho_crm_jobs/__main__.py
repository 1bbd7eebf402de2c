# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""``python -m zoho_crm_jobs``, the same as the command ``zoho-crm-jobs``."""

import sys

from .runtime.command import main

if __name__ == "__main__":
    sys.exit(main())
