"""The fix of JavaScript and TypeScript: a text and fixes in, edits and refusals out."""
