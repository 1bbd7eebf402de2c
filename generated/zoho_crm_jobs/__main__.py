# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The command ``python -m zoho_crm_jobs``."""

import sys

from .runtime.command import main

if __name__ == "__main__":
    sys.exit(main())
