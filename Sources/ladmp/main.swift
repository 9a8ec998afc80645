print("ladmp")
