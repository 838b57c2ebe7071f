"""Rules on table 4, 政府信息公开行政复议、行政诉讼情况."""
