"""Rules of reports: what committee reports have got wrong, and the facts behind them. Each rule names the real case."""
