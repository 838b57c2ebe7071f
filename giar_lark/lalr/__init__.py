"""LALR(1) over tables that Lark has computed: the grammar is the source, and Lark need not be loaded to read with it."""
