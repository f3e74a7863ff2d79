# Asking for a day and an hour.
session-ask-hour = { $date }: at what time?
session-ask-which-hour = Which time of the day?
session-ask-which-day = Weekday and date do not agree. Which day do you mean?
session-ask-which-of-two = I read two dates. Which one do you choose?
session-date-unreadable = I cannot read this date. Please type it again, like "5/12 7h30".
session-date-no-such-day = There is no such day. Please check day and month.
session-date-no-such-hour = There is no such hour. Please check hour and minutes.
session-date-day-missing = I see a time but no day. Please type the day too.
session-date-lunar = I can only read days of the solar calendar. Please look it up and type the solar date, like "5/12".
session-date-past = This time is over. Please type another one.
session-ask-which-year = This day has just gone by. Which one do you mean?

day-unreadable = I cannot read this day. Please type it again, like "31/12/2026".
day-weekday-differs = Weekday and date do not agree. Please type the date alone.
day-year-missing = Of which year is this day? Please type the year too, like "31/12/2026".
