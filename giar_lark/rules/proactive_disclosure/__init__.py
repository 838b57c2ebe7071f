"""Rules on table 2, 主动公开政府信息情况."""
