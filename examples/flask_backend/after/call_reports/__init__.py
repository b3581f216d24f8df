"""A small back end that browsers tell about failed TRTC calls.

POST /reports keeps one report and answers what to do about it, GET /stats counts them,
GET /alerts names the rules that fire.
"""

from call_reports.app import create_app

__all__ = ["create_app"]
