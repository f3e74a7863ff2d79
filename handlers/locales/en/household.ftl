# What households read: questions, sending, looking up, meetings, their data.
question-ask = What would you like to ask? Type it in short, or send a photo or a voice note.
question-words = I need the question in words here, like "where do I replace a lost insurance card".
question-of-what = I do not see what you ask about. Please type the whole question.
question-files-only = I cannot listen to voice notes or look at photos yet. I can pass it on to an official.
question-split =
    I see { $count } questions. I take them one by one:
    { $parts }
paper-number-sign = (number hidden)
paper-number-hidden = There is no need to send identity, card or account numbers. I have hidden this one.
question-next = Question: { $question }

faq-answer =
    Automatic answer to: { $question }
    { $answer }
faq-basis-reviewed = Legal basis: { $cited }. Reviewed by the commune on { $day }.
faq-basis-unreviewed = Legal basis: { $cited }. Not yet reviewed by the commune. Written on { $day }.
faq-basis-undated = Legal basis: { $cited }. Not yet reviewed by the commune.
faq-no-basis-reviewed = Reviewed by the commune on { $day }.
faq-no-basis-unreviewed = Not yet reviewed by the commune. Written on { $day }.
faq-no-basis-undated = Not yet reviewed by the commune.
faq-from-session = Automatic answer, from the commune's record. Meeting: { $title }.
faq-session-empty = The commune has not recorded this for the coming meeting.
faq-no-session = The commune has announced no meeting yet.
faq-verdict = Is this what you asked?
faq-yes = Yes
faq-no = No, send it to an official
faq-more = More
faq-open = I cannot answer this for certain. Shall I send your question to an official?
faq-open-send = Send it to an official
faq-photos-left = Your photo has been sent to nobody. Shall I send it to the officials all the same?
faq-files-left = Your file has been sent to nobody. Shall I send it to the officials all the same?
faq-files-send = Send it to the officials
faq-files-drop = Do not send
faq-files-dropped = All right, I do not send it.
faq-open-enough = No, this is enough
faq-enough = I send nothing. Ask me again whenever you like.
faq-more-who = Who: { $text }
faq-more-how_much = How much: { $text }
faq-more-where = Where: { $text }
faq-more-papers = Papers: { $text }
faq-more-how_long = How long: { $text }
faq-more-cost = Cost: { $text }
faq-more-note = Note: { $text }
faq-how = How to get it. { $how }
faq-which = Which of these do you mean?
faq-is-it = Do you ask: { $question }
faq-is-it-yes = Yes
faq-is-it-no = No, send it to an official
faq-none-of-these = None, send it to an official
faq-none = I have no ready answer to this. If you agree, I send it to an official.
faq-wrong = Sorry, I misunderstood the question. I can pass it on to an official.
faq-brief = In short: { $text }
faq-plainly-call = Sorry, I was not plain enough. Please call an official at { $phone }, { $hours }. Your village head can help, too.
faq-plainly-head = Sorry, I was not plain enough. Ask your village head, or have an official answer.
faq-to-official = I can pass it on to an official.
faq-stale = The rule about this has changed, and my answer is out of date. I can pass it on to an official.
faq-in-review = The commune is looking through the answer to this. I can pass it on to an official.
faq-glad = I am glad I could help.

commune-ask = Which commune or ward do you live in? Press a number or type the name.
commune-unknown = I cannot find this commune. Please type its name again.
village-ask = Which village do you live in? Press a number or type its name. Type "nơi khác" if it is elsewhere.
village-ask-other = Which village do they live in? Press a number or type its name. Type "nơi khác" if it is elsewhere.
village-this-time = This time I write { $village }. For your home I keep { $own }. To change that, finish this, then type "đổi thôn".
village-mended = I have written { $village } down.
name-lent = { $name } (with this phone)
village-which = Several villages have this name. Which one is yours?
village-which-one = Several villages have this name.
village-unknown = I cannot find this village. Please type its name again.
village-elsewhere = elsewhere
consent-ask = I write down your name, your village and what you ask for, so that the commune can answer. Only those in charge see it. You can have it erased at any time. Do you agree?
consent-ask-other = I write down the name { $name }, the village and the question, so that the commune can answer. Only those who deal with it see it. It is erased whenever you say so. Does { $name } agree?
consent-yes = I agree
consent-no = I do not agree
consent-again = I need to know whether you agree.
consent-name-kept = I write the name { $name } down once you agree.
consent-refused = I have written nothing down. Please ask the head of your village, or come to the commune office: { $hours }.
name-ask = What may the commune call you? Type a name, or press 1 to leave it out.
name-ask-needed = What is your own full name, as you write to me now?
name-skip = Leave the name out
name-unclear = I cannot read a name there. Please type it again.
name-another = This phone stands under the name { $known }. Who is { $named }?
name-another-owner = Still the phone's owner, under a new name
name-another-keep = Keep the old name
name-none = no name

return-ask = How should the commune answer you?
return-here = Message me here
return-village_head = Through the village head
return-meeting = At the meeting
back-here = answers here
back-village_head = answers through the village head
back-meeting = answers at the meeting
kind-question = question
kind-feedback = feedback
kind-petition = petition
kind-need = need
submission-read-back =
    Your { $kind }: “{ $text }”{ $files_count ->
        [0] {""}
       *[other] {" "}(with { $files_count } files)
    }
    It comes from { $name }, { $place }. The commune { $back }. Send it?
submission-read-back-files =
    I send your { $files_count } files to the officials.
    They come from { $name }, { $place }. The commune { $back }. Send them?
submission-send = Send
submission-send-quiet = Send, keep my name private
submission-change = What would you like to change?
submission-change-text = The message
submission-change-name = The name
submission-change-village = The village
submission-change-back = The way of answering
submission-retell = Please type the message again.
submission-dropped = I have not sent it.
submission-added = I added it to your message.
submission-received = ✅ Received. Your code: { $code }. Type this code to see the result.
submission-quiet = Officials and printed lists see your village, not your name. The machine keeps the name to answer you.
submission-due = The commune answers before { $day }.
submission-due-meeting = The commune answers at the meeting, { $day }.
submission-due-meeting-open = The commune answers at the meeting. The day is not known yet.
submission-late = The time for questions to the meeting is over. The commune still takes and answers yours.
submission-empty = I see no message. Please type it again.
consent-missing = You have not agreed to my writing it down, so I have not sent it. Please send it again.
codes-used-up = I could not give out a new code. Please ask an official to write it down.

petition-kind-ask = What would you like to send to the commune?
petition-kind-petition = A petition: ask the commune to do something
petition-kind-feedback = Feedback: tell the commune what is not right
petition-text-petition = What should the commune do, and where? Type it in short, or send a photo or a voice note.
petition-text-feedback = What is not right, and where? Type it in short, or send a photo or a voice note.
petition-kept = I keep your words. Please press a number, so that I send them to the right place.
petition-words = I need it told in words here, like "the street light of my village is broken".

mine-none = You have not sent anything yet. If you have a code, type it here.
mine-which = You have sent { $count }. Press a number to read one, or type another code.
mine-label-waiting = { $code }: { $text } (being looked at)
mine-label-code-waiting = { $code } (in hand)
mine-label-code-answered = { $code } (answered)
mine-label-answered = { $code }: { $text } (answered)
mine-whole =
    Code { $code }, { $kind } sent on { $day }.
    “{ $text }”
mine-label-other-waiting = { $code }: for { $name } (being looked at)
mine-label-other-answered = { $code }: for { $name } (answered)
mine-for-other = This was asked for { $name }.
withdraw-ask =
    Do you want to take this back?
    { $what }
    The commune will not answer it any more.
withdraw-yes = Take it back
withdraw-others = See others
withdraw-no = Leave it
withdraw-not = This cannot be taken back by message. If you need it, type: gặp cán bộ.
withdraw-left = I leave it as it is.
withdraw-done = I have taken back { $code }. The commune will not answer it any more.
reword-which = Which one would you like to change? You sent { $count }.
reword-none = You have not sent anything that could be changed.
reword-words =
    { $code } says now: “{ $before }”
    Please type all of it anew.
reword-sure =
    The words of { $code } become: “{ $text }”
    Is that right?
reword-yes = Right, change them
reword-done = ✅ The words of { $code } are changed. Code and due day stay.
reword-answered = { $code } has been answered, so that it is not changed any more. To ask more, please send a new question.
reword-issued = { $code } stands in the commune's table for the meeting already, so that I cannot change it. To say more, please send a new question.
reword-grouped = The commune looks at { $code } together with another one like it, so that I cannot change it. To say more, please send a new question.
reword-urgent = { $code } is urgent, and officials see to it. If there is news, go on writing, or type: gặp cán bộ.
reword-notice = Who asked has just changed the words of { $code }. Type the code to see them.
mine-answer-replaced = An earlier answer, now replaced: { $text }
mine-answer = The commune answers: { $text }
mine-answer-basis = The commune answers: { $text } Legal basis: { $basis }.
mine-due-now = Urgent: the officials were told at once. If nobody calls, call the emergency number again.
state-da_tiep_nhan = Received, waiting to be given to an official.
state-cho_bo_sung = The commune needs you to tell more.
state-trung_lap = Several households asked the same. They get one answer.
state-da_phan_cong = Given to an official.
state-dang_xu_ly = An official is looking at it.
state-da_tra_loi = Answered.
state-giai_trinh = Explained.
state-chuyen_cap_tren = Decided by a higher level. The commune has sent it up.
state-cap_tren_tra_loi = The higher level has answered.
state-da_bao_dan = The commune has told you.
state-dong = This is finished.
state-rut = This was taken back.
state-huong_dan_khac = This belongs to another office. The commune has told you where.
state-khong_du_noi_dung = The commune could not tell what is meant, so there is no answer.
code-unclear = I cannot read a code. It has two letters and six digits, like XM 482 739.
code-unknown = I cannot find this code. Please check every digit.
code-withdrawn = This was taken back.
code-paused = Too many wrong codes: looking up rests for an hour. If it is urgent, type "gặp cán bộ".
code-received = Code { $code }: received, not answered yet.
code-answered = Code { $code }: answered. Only the sender can read the answer.

cannot-read-listen = Where there is a button "Listen", press it and it is read to you.
cannot-read-speak = Just record what you want to ask; if you agree, I pass it to an official.
cannot-read-call = Or call an official at { $phone }, or ask your village head.
cannot-read-head = Or let your village head ask for you.
contact-phone = Call { $phone }, { $hours }.
contact-hours = Come to the commune office, { $hours }.
contact-office = Phone of { $name }: { $phone }.
contact-office-unknown = I do not have the number of { $name }. Please ask the commune.
office-clinic = the health station
office-police = the commune police
office-school = the school
office-bank = the policy bank
office-power = the electricity office
office-insurance = the social insurance office
office-post = the post office
office-one-stop = the one-stop desk
office-elsewhere = an office of the district or province
contact-leave = Would you like to leave a message for the officials? Type it here.
contact-send = What shall I send to the officials? A few words, a photo or a recording will do.
contact-tell = Please type the message.
contact-no = No

meeting-none = The commune has announced no meeting yet. You will be told when there is one.
meeting-none-here = { $village } has no meeting ahead. When there is one, the village is told and so are you.
meeting-which = Which meeting?
meeting-no-day = no day yet
meeting-title = 📅 { $title }.
meeting-open = Day and place come later.
meeting-where-only = At { $venue }. The day comes later.
meeting-when-only = At { $when }. The place comes later.
meeting-when-where = At { $when }, { $venue }.
meeting-seats-mine = Your village has { $value } seats.
meeting-seats = Every village has { $value } seats.
meeting-invited-all = Everybody of the village may register.
meeting-invited-some = Invited are { $groups }. Others may ask the head of their village.
meeting-topics = About { $value }.
meeting-allowance = For those who come: { $value }.
meeting-bring = Please bring { $value }.
meeting-proxy = Somebody else may come instead: { $value }.
meeting-languages = Languages: { $value }.
meeting-responders = Answers are given by { $value }.
meeting-contact = For more, ask { $value }.
meeting-results = Results can be read at { $value }.
meeting-registration-closes = Register until { $value }.
meeting-questions-close = Send questions until { $value }.
meeting-answers-due = The commune answers the questions before { $value }.
meeting-mine-requested = { $name } asked for a seat, the village head decides.
meeting-mine-seat = { $name } has a seat.
meeting-mine-waiting = { $name } waits as number { $place }.
meeting-next = To see the seats of your village, type its name. What would you like to do?
meeting-seats-left = { $village } has { $left } of { $seats } seats left. What would you like to do?
meeting-full = All { $seats } seats of { $village } are taken. You may still ask, for the waiting list.
meeting-full-yours = All { $seats } seats of { $village } are taken. What would you like to do?
meeting-closed = You can still send a question.
meeting-not-invited = This meeting has no seats for your village. You can still send a question.
meeting-not-yours = This meeting has no seats for your village.
meeting-ask-seat = Ask for a seat
meeting-ask-question = Send a question before
meeting-ask-other-seat = Ask for a seat for somebody else
meeting-withdraw = Take my request back
meeting-enough = That is all
seat-read-back = I ask for a seat for { $name }, { $village }, at the meeting of { $when }. Right?
seat-name-ask = What is the full name of the person who comes?
seat-yes = Yes, ask for it
seat-other-name = Write another name
seat-asked = I have asked the village head for a seat for { $name }. You are told as soon as there is an answer.
seat-asked-no-head = I have written a seat down for { $name } and told the officials. You are told as soon as there is an answer.
seat-dropped = I have not asked for a seat.

stand-in-which = Whom shall somebody else replace?
stand-in-name = What is the full name of who comes instead?
stand-in-sure = { $name } is down for the meeting. Shall I ask that { $new } comes instead?
stand-in-yes = Yes, ask for it
stand-in-asked = I told the village head that { $new } wants to come instead of { $name }. The village head decides.
stand-in-asked-no-head = I told the officials that { $new } wants to come instead of { $name }. They decide.
stand-in-dropped = Nothing is changed. It is still { $name }.
notice-stand-in-no-head = Somebody in { $place } asks for a change: { $new } instead of { $name }. The village has no head here yet. Type "menu" to see registrations.

stop-done = I write no more on my own. You can still ask me at any time. Type "BẬT" for messages again.
stop-already = I have already stopped writing on my own. Type "BẬT" for messages again.
start-done = You get messages again. Type "DỪNG" to stop them.
start-already = You are getting messages. Type "DỪNG" to stop them.
data-none = none
data-nothing = I hold no name, village or question of yours.
data-who = I hold your name: { $name }. Place: { $village }. Phone: { $phone }.
data-counts = Sent: { $submissions }. Photos and files: { $files }. Seats: { $registrations }.
data-answers = I keep that you were given { $count } ready answers, not what you asked.
data-consent = You agreed to it on { $day }.
data-consent-call = You agreed to be called back on { $day }.
data-draft = I hold words of yours that are not sent. { $agreed ->
    [0] They go after an hour without a message.
   *[other] They go after { $days } days without a message.
}
data-stopped = You told me not to write on my own.
data-how = Type "câu đã gửi" to read each one. Type "XOÁ" to have it erased.
data-how-correct = If it is wrong, type "sửa tên" or "sửa thôn".
data-other = Ask for somebody else
data-enough = That is all
correct-what = What would you like to correct?
correct-name = Correct the name
correct-village = Correct the village
correct-village-ask = I have you down for { $old }. Which village is right? Press a number or type its name.
correct-village-same = { $village } is what I have down.
correct-village-open = { $count } unanswered questions go over to { $new }, too.
correct-village-seat = Your place for { $old } is given back. I ask for one for { $new }; its head decides.
correct-village-sure = I change { $old } to { $new }. Is that right?
correct-yes = Yes, change it
correct-no = No, leave it
correct-village-done = Done. From now on I have you down for { $new }. What is printed does not change.
correct-seat-asked = I asked for a seat for { $name } in { $new }. I tell you as soon as it is decided.
correct-seat-kept = The seat of { $name } stays with { $old }. Please ask an official to move it.
correct-name-ask = I call you { $old }. What is the right name? Please type it.
correct-name-sure = I change the name { $old } to { $new }. Is that right?
correct-name-done = Done. From now on I call you { $new }. What is printed does not change.
correct-name-open = { $count } unanswered questions bear the new name, too.
correct-name-seat = The list of the meeting still says { $name }. Please ask the village head to correct it.
correct-kept = Nothing is changed.
correct-no-name = I have no name of yours. I will ask when you send something.
correct-no-village = I have no village of yours. I will ask when it is needed.
correct-role = This village goes with what the commune entrusted to you. An official can change it.
other-whose = For whom do you ask? Name and village of the phone's owner stay as they are.
other-family = For somebody of my family, or whom I know
other-household = Another household uses this phone, too
other-name-family = For whom do you ask? Please type the name.
other-name-household = What may the commune call you? Please type your name.
other-for = I ask for { $name }.
other-renamed = I have put it right.
other-greeted = Hello { $name }.
other-words-kept = I have kept this question, it is not sent yet.
other-words-family = What do they want to know? Keep it short; a photo or a recording will do, too.
other-words-household = What do you want to know? Keep it short; a photo or a recording will do, too.
other-speaks = I write things down under the name { $name }. The phone's owner types "chủ máy" to go on.
other-owners = This belongs to the phone's owner, I do not open it for { $name }. The owner types "chủ máy" to go on.
other-mine = I only open what { $name } asked. The phone's owner types "chủ máy" to go on.
other-owner-back = From now on I write things down under the name of the phone's owner.
erase-ask = I erase your name, village, files, messages and seats. What was not printed yet is taken back. What was printed stays without your name. It cannot be undone. Really erase?
erase-ask-other = I erase what { $name } sent with this phone: questions, files and seats. What was printed stays without the name. It cannot be undone. Does { $name } really want that?
erase-others = Another household sent { $count } questions with this phone. I do not erase those, I only take them off this phone. The commune still answers them, but no longer here.
erase-yes = Erase everything
erase-kept = I have erased nothing.
erase-done = Erased. When you need me, write to me as somebody new.
erase-done-other = Erased. From now on I write things down under the name of the phone's owner.
erased-name = somebody who erased their name
erased-number = (number erased)
erase-official = You hold a task of the commune, so I cannot erase you. Please have the task taken back first.
small-talk-thanks = You are welcome.
small-talk-greeting = Hello.
small-talk-abuse =
    I am sorry to have annoyed you. I am an automatic answering service.
    To reach a person, type "gặp cán bộ".
small-talk-complaint = I am sorry that you are annoyed. I am an automatic answering service.
small-talk-complaint-ask = Shall I pass on what you told as feedback to the officials?
small-talk-complaint-tell = Pass it on
small-talk-complaint-leave = No, back to the start
small-talk-instruction =
    I only answer about policies for poor and near-poor households and the commune's dialogue sessions.
small-talk-ready = Write to me whenever you need something.
small-talk-machine = I am the commune's automatic answering service, not a person. What I do not know I can pass on to an official.
small-talk-elsewhere = I do not know about that. I answer about policies for poor and near-poor households and the dialogue sessions.
small-talk-nonsense = Sorry, I did not understand. Please write it again, or choose one of these.

denunciation-stop = I stop here and have not written your words down. I am not the place for a denunciation.
denunciation-place = A denunciation is lodged in writing or in person at { $place }. Your name is kept secret.
denunciation-ask = A denunciation is lodged in writing or in person. Your name is kept secret.
denunciation-outside = If it is about somebody who works for the commune, go to an office outside it. That is the province's citizen reception office, inspectorate or police.
denunciation-choose = What would you like to do?
denunciation-listing = It is no denunciation, go on with the names
denunciation-other = It is no denunciation, write it again for the commune's officials
guard-tell-again = Please send those words again. If you agree, I pass them on to the commune's officials to read.
complaint-stop = This may be a complaint against a decision. It has its own form and its own time limit. Lodge it soon, with the office that decided.
complaint-choose = What would you like to do?
complaint-how = How to complain
complaint-other = It is no complaint, write it again for the commune's officials
scam-never = ⚠ Neither the commune nor I ever ask for money or an OTP. Do not give any.
scam-what = If money has gone, call your bank and the police at once. The officials know only when you tell them.
scam-choose = Would you like to tell the officials?
scam-tell = Tell the officials
scam-story = Who asked for what, and how? Please tell me.

notice-new-question = A new question from { $place }. Code { $code }. Type the code to read it.
notice-new-feedback = New feedback from { $place }. Code { $code }. Type the code to read it.
notice-new-petition = A new petition from { $place }. Code { $code }. Type the code to read it.
notice-new-need = A new need from { $place }. Code { $code }. Type the code to read it.
notice-seat-no-head = Somebody in { $place } asks for a seat, and the village has no head here yet. Type "menu" to see registrations.
