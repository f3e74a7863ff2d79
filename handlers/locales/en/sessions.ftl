# Dialogue sessions: making, announcing, watching over.
topic-bhyt = health insurance
topic-giao-duc = schooling
topic-nha-o = housing
topic-von-vay = loans
topic-san-xuat = farming
topic-chuan-ngheo = the poverty list
topic-btxh = social support
topic-nuoc-sach-dien = water and electricity
topic-viec-lam = work
topic-phap-ly = papers and procedures
topic-doi-thoai = the dialogue meeting
topic-none = topic not known yet

notice-invite = 📅 Everybody is invited to a talk about policies against poverty.
notice-later = The day and the place will be told later.
notice-topics = The commune answers about { $topics }.
notice-topics-more = The commune answers about { $topics } and other things.
notice-register = To come, tell the { $head } or type "đăng ký".
notice-register-seats = { $seats } people for each { $kind }: tell the { $head } or type "đăng ký".
session-registration-deadline = Registration deadline: { $moment }.
notice-bring = Please bring { $items }.
notice-allowance = Those who come receive { $allowance }.
notice-head = The commune will hold a meeting. Please pass the next message on to the people of { $villages }.
notice-head-homes =
    I cannot write to { $count } households of { $village }. Please go and tell them. This list is for you, do not pass it on.
    { $homes }
notice-head-homes-more =
    { $village }, more homes; please do not pass this on:
    { $homes }
notice-head-unnamed = and { $count } homes without a name
notice-head-all-told = I can write to every household on record in { $village }.
notice-postponed = ⚠ The meeting { $before } has a new date. The new date: { $when }. Seats are kept.
notice-postponed-open = ⚠ The meeting { $before } is put off. The new date will be told later. Seats are kept.
notice-cancelled = ⚠ There will be no meeting { $before }. Questions that were sent stay and will be answered.

session-title = Dialogue on policies against poverty
notice-coming = (coming)
notice-head-retell = Please tell { $count } people of { $village } whom I cannot write to.
notice-head-no-list = I have no list of households of { $village }. Please tell everybody.

session-line = { $moment }, { $venue }
session-no-date = no date yet
session-no-venue = no place yet
session-none = There is no dialogue session yet. Choose "Create a dialogue session" in the main menu.
session-none-now = There is no session for which this can be done now.
session-which = Which session?
session-state-draft = draft
session-state-announced = registration open
session-state-registration_closed = lists closed
session-state-in_progress = in progress
session-state-concluded = concluded
session-state-postponed = postponed
session-state-deadline_passed = registration deadline passed
session-state-reopened = registration reopened
session-state-over = its hour is past
session-state-cancelled = cancelled
session-of-none = Of no session yet
session-choice = { $line } ({ $state })

session-ask-venue = Where will the dialogue session be? Please type the place.
session-venue-hall = Commune hall
session-venue-hall-said = commune hall
session-unknown-yet = Not known yet
session-ask-date = On which day, at what time? Type like "thứ Bảy 5/12, 7 giờ 30". Without a date, type "chưa".
session-ask-hour = { $date }: at what time?
session-ask-which-hour = Which time of the day?
session-ask-which-day = Weekday and date do not agree. Which day do you mean?
session-date-unreadable = I cannot read this date. Please type it again, like "5/12 7h30".
session-date-no-such-day = There is no such day. Please check day and month.
session-date-no-such-hour = There is no such hour. Please check hour and minutes.
session-date-day-missing = I see a time but no day. Please type the day too.
session-date-past = This time is over. Please type another one.
session-warn-past = ⚠ { $moment } is already over.
session-warn-notice = ⚠ The meeting is in { $left } days. It must be announced at least { $days } days before. Basis: { $rule }.
session-warn-clash = ⚠ There is another session at { $moment }.
session-ask-keep-date = Do you keep { $moment }?
session-keep-date = Keep this date
session-other-date = Another date
session-ask-topics = What is it about? Type numbers like "1 2 4", or "tất cả" for all.
session-ask-topics-more = Chosen: { $chosen }. Anything more?
session-topics-enough = That is all
session-ask-villages = Which places are invited?
session-villages-all = All { $count } ({ $kind })
session-villages-some = Choose some
session-ask-village-list = Type names or numbers with commas between.
    { $list }
session-villages-unclear = I do not know this place: { $unclear }. Please type again.
session-ask-seats = How many seats for each? Type one number for all, or one by one, like "{ $example }: 20".
session-seats-usual = { $seats } seats each
session-seats-unclear = I cannot read the seats. Please type like "20" or "{ $example }: 20".
session-ask-deadlines = Registration deadline: { $registration }. Deadline for questions: { $questions }. Is that right?
session-deadlines-fine = Yes
session-deadlines-registration = Change registration
session-deadlines-questions = Change questions
session-ask-deadline = What is the new day and time?
session-ask-bring = Should people bring anything? Type it, or skip.
session-ask-allowance = Do those who come receive anything? Type it, like "100 nghìn đồng", or skip.
session-skip = Skip
session-read-back = This is what I have.
    { $lines }
    Is it right?
session-read-when = The meeting is at { $moment }.
session-read-no-date = There is no date yet.
session-read-venue = It is held at { $venue }.
session-read-no-venue = There is no place yet.
session-read-topics = It is about { $topics }.
session-read-villages-same = Invited are { $villages }, { $each } seats each, { $seats } in all.
session-read-villages = Invited are { $villages }, { $seats } seats in all.
session-read-deadlines = Registration deadline: { $registration }. Deadline for questions: { $questions }.
session-read-no-deadlines = Deadlines follow once there is a date.
session-read-bring = To bring: { $bring }.
session-read-allowance = Allowance: { $allowance }.
session-village-seats = { $village } ({ $seats } seats)
session-save = Right, save
session-edit-venue = Change the place
session-edit-date = Change the date
session-edit-topics = Change the topics
session-edit-villages = Change places and seats
session-edit-rest = Change deadlines, things, allowance
session-saved = ✅ The draft is saved. People see nothing until you announce it.
session-saved-incomplete = ✅ The draft is saved. Date or place is missing, so it cannot be announced yet.
session-ask-next = What next?
session-next-announce = See the notice and announce
session-next-menu = Main menu
session-villages-wrong = The list of invited places is not right. Please start again from the main menu.
session-seats-wrong = Seats must be between 0 and { $most }.
session-text-too-long = This is longer than { $most } characters. Please make it shorter.
session-deadline-after-start = The deadline must be before the meeting. Please choose an earlier time.
session-wrong-state = This can no longer be done with this session. Perhaps another official just changed it.
session-incomplete = Date, place or invited places are missing. Please fill them in before announcing.
session-over = The time of the meeting is over, so nothing was done. Please choose another date first.
session-reopen-wrong = The new deadline must be after now and before the meeting.

announce-preview = This is the notice:
    { $notice }
announce-counts = I can write to { $contacts } people. { $heads } places have a head.
    { $villages }
announce-village = { $village }: { $reached } households reached, { $unreached } not.
announce-village-no-head = { $village }: { $reached } households reached, { $unreached } not, no head yet.
announce-village-empty = { $village }: no list of households yet.
announce-village-empty-no-head = { $village }: no list of households yet, no head yet.
announce-in-person = { $count } households cannot be reached. I ask the heads to tell them in person.
announce-ask = Send this notice now?
announce-ask-again = This was announced before. Send it to people who are new?
announce-send = Send
announce-not-now = Later
announce-fill = Date or place is missing. Fill it in now?
announce-fill-now = Fill it in now
announce-done = ✅ Sending to { $added } people. See what arrived under "Registrations by village".
announce-done-nothing = Everybody has the notice already. Nothing more was sent.
announce-adopted = { $count } questions sent before now belong to this session.
announce-later = The draft is kept. Nobody was told.

overview-head = { $line }. Now: { $state }.
overview-villages = Registrations:
    { $lines }
overview-village = { $village }: { $registered }/{ $seats }
overview-waiting = waiting { $count }
overview-requested = asking { $count }
overview-questions = Questions received: { $lines }.
overview-questions-none = No questions yet.
overview-questions-loose = { $count } more belong to no session yet. See "Questions and petitions".
overview-topic = { $topic } { $count }
overview-deliveries = Notices: arrived { $sent }, on their way { $waiting }, not delivered { $failed }.
overview-ask = What would you like to do with this session?
overview-close = Close the lists
overview-reopen = Reopen registration
overview-move = Move somebody to another village
overview-postpone = Postpone the meeting
overview-cancel = Cancel the meeting
overview-announce = Announce
overview-menu = Main menu
overview-ask-until = Open until which day and time?
overview-closed = ✅ The lists are closed. To take more people, reopen registration.
overview-reopened = ✅ Registration is open again. Registration deadline: { $moment }.
overview-ask-new-date = To which day and time? Without a date, type "chưa".
overview-postpone-confirm = Postpone to { $moment } and tell everybody registered?
overview-postpone-confirm-open = Put it off without a new date and tell everybody registered?
overview-yes-postpone = Postpone and tell
overview-postponed = ✅ Postponed; telling { $count } people. Seats are kept.
overview-cancel-confirm = Cancel this session? Those registered will be told.
overview-cancel-confirm-again = A cancelled session cannot be opened again. Are you sure?
overview-yes-cancel = Cancel the meeting
overview-yes-cancel-sure = Sure, cancel
overview-keep = No, keep it
overview-cancelled = The meeting is cancelled; telling { $count } people. Questions stay to be answered.

move-nobody = Nobody is on a list of this session, so there is nobody to move.
move-from = In which village is the person now?
move-who = { $village } has:
    { $lines }
    Please type the number or name of who is to be moved.
move-line-waiting = { $line } (waiting)
move-line-requested = { $line } (asked for a seat)
move-one-village = This session invites one village only, so nobody can be moved.
move-to = Where does { $name } belong?
move-sure = Move { $name } from { $here } to { $there }?
move-sure-full = { $there } has its { $seats } people; there { $name } would have to wait. Move all the same?
move-yes = Move
move-no = No, leave it
move-kept = Nothing was changed.
move-done = ✅ { $name } is now in { $village }, with a seat.
move-done-waiting = ✅ { $name } is now in { $village }, waiting as number { $place }.
move-done-request = ✅ { $name } is now in { $village } and waits for the village head.
move-promoted = { $name }, who waited in { $village }, now has a seat.
