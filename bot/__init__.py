"""The process: settings, the app, the web front and the local prompt."""
