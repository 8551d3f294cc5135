"""The pages of the App Home, which also open as windows: topics, subjects, facts, boxes, sources."""
