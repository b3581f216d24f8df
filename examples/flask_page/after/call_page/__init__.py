"""Pages of a video call: check the devices, check the sound, enter a room.

The SDK itself, trtc.js of the npm package trtc-js-sdk 4.15.22, goes to static/js/.
"""

from call_page.app import create_app

__all__ = ["create_app"]
