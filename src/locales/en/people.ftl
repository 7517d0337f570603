## people: people in rooms

person-nameless = Participant
