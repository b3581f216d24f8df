"""Client for the bank's SOAP bridge. Its error numbers are in the contract, annex 3."""
import requests


class BankError(Exception):
    def __init__(self, error_code, text):
        super().__init__(text)
        self.error_code = error_code


def transfer(session: requests.Session, iban: str, cents: int):
    reply = session.post("https://bank.example/transfer", json={"iban": iban, "cents": cents}).json()
    error_code = reply["errorCode"]
    if error_code == 5000:
        raise BankError(5000, "account closed")
    if error_code in (5100, 5200):
        raise BankError(error_code, "limit")
    if error_code == 4099:
        return transfer(session, iban, cents)
    return reply["reference"]
