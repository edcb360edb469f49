"""How does pytest check students' work? Each question of an assignment is a test, named by it."""
