# What village heads do: writing people down, the list, asking for a household, passing on the notice.
heads-which-village = For which village?
heads-which-session = For which meeting?
heads-no-session = { $village } has no coming meeting. I tell you when there is one.
heads-finish = Done
heads-seats =
    { $village } has { $taken }/{ $seats } people{ $left ->
        [0] , every seat is taken.
       *[other] , { $left } seats left.
    }{ $waiting ->
        [0] {""}
       *[other] {" "}{ $waiting } waiting.
    }{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } households ask for a seat.
    }
heads-homes = { $homes }
heads-read-which = { $count } answers wait for you to read them out. Which one have you read?
heads-read-line = { $code } · { $name }
heads-read-done = ✅ Noted: { $code } has been read to who asked. Thank you.
heads-read-none = { $village } has no answer left to be read out.

reg-intro = Meeting { $when }. { $village } has { $taken }/{ $seats } people.
reg-legend = A number may stand for the category: 1 poor, 2 near-poor, 3 just out of poverty. 4 not poor, 5 village board, 6 organisation.
reg-ask-names = Send the full names, one person a line. Add the category after a comma. Example: Nông Thị Mẫu, hộ nghèo.
reg-ask-more = Send the further names, one person a line.
reg-enough = Enough, read them back
reg-no-number = I need names here, not a number.
reg-anybody-else = For more people, just send the next names.
reg-left-out =
    I take the name, but not what follows it, which is no category I know:
    { $lines }
    Mend the line if that is needed.
reg-open-requests = People who asked for a seat and wait for you: { $count }. Type "danh sách" to decide before you add others.
reg-number-kept = A number behind a name stays in the name. If it is the category, put a comma before it.
reg-headings =
    I leave out this heading of the list:
    { $lines }
reg-bad-lines =
    I could not write this down:
    { $lines }
reg-still-missing =
    These lines are still missing, please send them again:
    { $lines }
reg-same = { $name } is already on the village's list. Whom do you mean?
reg-same-asked = { $name } asks for a seat already: please decide in the list of your village. Whom do you mean?
reg-same-skip = The same person, leave it
reg-same-other = Another person of the same name
reg-skipped = I do not write { $name } down again.
reg-read-back =
    { $village }, I read back { $count } people:
    { $lines }
    Is this right?
reg-read-back-one = For { $village } I write: { $line }. Is this right?
reg-by-list = The commune's list of households has { $name } as: { $category }. I write what that list says.
reg-few-left = { $village } has only { $left } seats left. Those written down last wait.
reg-full-already = { $village } has all its { $seats } people. Whoever is added waits.
reg-fix = Change a line
reg-add = Add people
reg-again = Begin again
reg-left = I wrote nobody down. The list is as it was.
reg-whose-list = This list says { $named }. For which village do I write these people down?
reg-others-list = This list says { $named }, which is not your village. For which village do I write these people down?
reg-whose-leave = Leave it
reg-whose-left = I did not write down this list.
reg-others-left = I did not write down this list. Please pass it to the head of { $named } to send.
reg-which-line = Which line?
reg-no-such-line = Please type a number from 1 to { $most }.
reg-mend = Send the name or the category again for: { $name }.
reg-drop-line = Drop this line
reg-keep-line = Keep it
reg-line-dropped = I took { $name } off this list.
reg-line-replaced = I changed { $name } into { $instead }.
reg-several-to-mend = { $count } people are called so.
reg-nobody-to-drop = I do not see this person on the list.
reg-nobody-called = I do not see { $name } on this list.
reg-several-to-drop = { $count } people are called so. Type: bỏ dòng, then the number of the line.
reg-ask-told = Have you told each person? We write down only people who know.
reg-ask-told-one = Have you told { $name }? We write down only people who know.
reg-told = Told
reg-not-yet = Not yet
reg-tell-first = Please tell each person. I keep the names here. When done, press 1.
reg-tell-first-one = Please tell { $name }. I keep the name here. When done, press 1.
reg-over-requests =
    { $count } households wait for an answer about a seat. After this { $village } has { $left ->
        [0] no seat
       *[other] { $left } seats
    } left. They may have to wait. What would you like to do?
reg-over-decide = Decide about the households first
reg-over-yes = Write them down all the same
reg-saved = I wrote down { $count } people. { $village } has { $taken }/{ $seats } people.{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } households ask for a seat.
    }
reg-saved-one = I wrote down { $name }. { $village } has { $taken }/{ $seats } people.{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } households ask for a seat.
    }
reg-waiting-one = { $village } already has { $seats } people. { $name } is on the waiting list, number { $place }. I tell you when a seat frees.
reg-waiting =
    { $village } already has { $seats } people. I put { $count } people on the waiting list:
    { $lines }
    I tell you when a seat frees.
reg-waiting-line = Number { $place }: { $name }

list-shown =
    Meeting { $when }. { $village } has { $taken }/{ $seats } people:
    { $lines }
list-empty = Meeting { $when }. { $village } has { $taken }/{ $seats } people, nobody yet.{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } households ask for a seat.
    }
list-line-waiting = { $line } (waiting, number { $place })
list-requests = Requests for a seat ({ $count })
list-replace = Send somebody else instead
list-cancel = Take somebody off
list-add = Add people
list-who-replace = Replace which number?
list-who-cancel = Take off which number?
list-who-unknown = Please type a number from 1 to { $most }, or a name of the list.
list-which = Several people of the list are called so. Whom do you mean?
list-sure = Take { $name } off the list?
list-drop = Take off
list-kind = Written down anew: { $line }.
list-kind-of-commune = The commune's list of households says: { $line }. I keep to it. If it is wrong, please tell an official.
list-dropped = I took { $name } off.
list-moved-up = { $name } was waiting and now has a seat. Please tell them.
list-new-name = Who comes instead of { $name }? Send the full name, and the category after a comma.
list-new-name-full = I need the full name of { $instead } who comes for { $name }. Please send it.
list-new-name-keep = Not known, write { $instead }
list-sure-replace = Instead of { $name } comes: { $instead }. Is this right?
list-replaced = I wrote down { $instead } instead of { $name }.
list-not-replaced = I have not written down { $instead } in place of { $name }.
list-other-name = Somebody of another name
list-request = Asking for a seat: { $line }. { $village } has { $taken }/{ $seats } people. Do you accept?
list-request-full = Asking for a seat: { $line }. { $village } already has { $seats } people. Accepted people go on the waiting list. Do you accept?
list-accept = Accept
list-refuse = No
list-later = Later
list-sure-refuse = You do not accept the request of { $name }? The village has { $taken }/{ $seats } people. I will tell that person.
list-refuse-yes = Do not accept
list-refuse-no = Look again
list-accepted = I wrote down { $name } and told them.
list-refused = I did not write down { $name } and told them.
list-request-same = { $name } is already on the village's list. Who asks for the seat?
list-same-one = The same person
list-same-other = Another person of the same name

decline-nothing = I find your name in no coming meeting.
decline-which = Who cannot come?
decline-sure = You say that { $name } cannot come to the meeting { $when }. Right?
decline-yes = Cannot come
decline-no = Will come
decline-kept = Good, I keep the seat.
decline-kept-asked = Your request for a seat stands. I will tell you what the village head says.
decline-kept-waiting = You are still on the waiting list.
decline-gone = This name is no longer on the list of the meeting. If you want to come, ask the village head, or open the meeting and ask for a seat.
decline-done = I took the name off and told the village head. The seat goes to somebody who waits. You can still send questions.
decline-done-no-seat = I took the name off and told the village head. You can still send questions.

forward-intro = Please send the words below to the people.
forward-text = { $notice }
forward-loudspeaker = To read it out over the loudspeaker, use these words:
forward-register = To come, tell the { $head }.
forward-register-seats = { $seats } people for each { $kind }: tell the { $head }.
loudspeaker-seats = { $seats } seats for each { $kind }.
loudspeaker-deadline = Names are taken until { $time }, { $weekday }, the { $day } of month { $month }.
forward-left = { $village } has { $left } seats left.
forward-full = { $village } has no seat left. Further people go on the waiting list.

behalf-who = For whom do you ask? If the household agrees, type the full name.
behalf-unnamed = No name
behalf-kind = What does the household want to send?
behalf-kind-question = Question
behalf-kind-petition = Petition
behalf-kind-feedback = Feedback
behalf-words = Tell me the household's words. Type them, or send a photo or a voice note.
behalf-tell = I need the household's words here, like "the roof leaks".
behalf-which = Which of these does the household ask? Choose one, and I give you the answer to read out.
behalf-verdict = Please read this to the household. Is it what they asked?
behalf-pass-on = Please read this to the household. Shall I send what is not certain to an official?
behalf-verdict-yes = Yes
behalf-verdict-no = No, send it to an official
behalf-answered = Thank you for helping the household.
behalf-privacy = May the commune say the name { $name } at the meeting?
behalf-open = Yes
behalf-quiet = Keep the name private
behalf-read-back =
    The words of a household in { $village }:
    { $kind }: "{ $text }"
    Shall I send it?
behalf-read-back-named =
    The words of { $name }, { $village }:
    { $kind }: "{ $text }"
    { $shown }
    Shall I send it?
behalf-name-open = The name may be said at the meeting.
behalf-name-quiet = The name stays private, only officials see it.
behalf-send = Send
behalf-change = Which part?
behalf-change-text = The household's words
behalf-change-name = Name
behalf-change-kind = Question or petition
behalf-change-private = Name said or private
behalf-no-name = No name is given, so it is private already.
behalf-left = I do not send it. The words are gone.
behalf-sent = Received. The household's code: { $code }. Please write it down for them.
behalf-due = The commune answers before { $day }. I send you the answer to read to the household.
behalf-late = The deadline for questions to this meeting has passed. Officials still read and answer it.
