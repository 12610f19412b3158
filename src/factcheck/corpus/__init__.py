"""A corpus that grows: one file that holds articles, their claims and what people decided about their conflicts."""
