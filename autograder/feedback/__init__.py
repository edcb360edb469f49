"""The feedback: a report as text, Markdown, an HTML page and a drawing, and a class of reports as an overview."""
