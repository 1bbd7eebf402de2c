"""A stand-in for Zoho CRM that a test can own.

``Sandbox()`` is an ASGI app for tests in the same process; ``python -m zoho_crm_sandbox`` serves the same object on a
port. What is contract comes from the OpenAPI document; what is behaviour is written here, one module per system.
"""

from zoho_crm_sandbox.app import Sandbox
from zoho_crm_sandbox.clock import Clock
from zoho_crm_sandbox.contract import ContractError
from zoho_crm_sandbox.inputs import InputError

__all__ = ["Clock", "ContractError", "InputError", "Sandbox"]
