## people: люди в группах

person-nameless = Участник
