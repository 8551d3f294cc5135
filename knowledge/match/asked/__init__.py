"""A question as the matcher reads it: mended, parted into terms, with what it wants and insists on."""
