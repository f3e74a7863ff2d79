"""What is done with a message: conversation engine, flows, rules, exports and all words."""
