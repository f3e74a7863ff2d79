# Words used everywhere.
option-help = Help
option-more = More
option-yes = Yes
option-no = No
option-edit = Change
option-cancel = Leave it

menu-greeting = Hello. I am the commune's automatic assistant. I help you ask about policies and sign up for meetings.
menu-ask = What do you need? Press a number, or just type your question.
menu-more = Is there anything else?
menu-new_question = Ask about a policy
menu-session_info = Dialogue meeting
menu-send_petition = Send a petition or feedback
menu-my_submissions = See what I sent
menu-official_contact = Talk to an official
menu-register_attendees = Register people for the meeting
menu-attendee_list = List of my village
menu-ask_on_behalf = Ask for a household
menu-forward_notice = Get the notice to pass on
menu-create_session = Create a dialogue session
menu-list_submissions = Questions and petitions
menu-session_overview = Registrations by village
menu-announce = Announce to the people
menu-export_files = Export lists
menu-approve_heads = Invite and confirm village heads

help-lost = That is all right. For help press 0.
help-sorry = Sorry, I was not plain enough.
help-ask = What would you like to do?
help-continue = Go on with what I was doing
help-menu = Back to the main menu
help-official = Talk to an official

not-understood = Sorry, I did not understand. Please answer again.
missed-twice = Sorry, I still do not understand. Press 0 for help or to talk to an official.
empty-message = I see no words yet. Please type again.
text-too-long = This message is too long for me to read. Please make it shorter.
only-signs = I cannot read these signs. Please type words or press a number.
old-button = This button belongs to an older question. Please answer the one below.
not-a-question-sticker = I do not understand stickers. Please type words or press a number.
not-a-workbook = I cannot open this file. Please send an Excel file that ends in .xlsx.
not-a-question-unknown = I cannot read this kind of message. Please type, or send a photo or a voice note.
file-too-big = This file is too large for me. Please send a smaller photo, or tell me in words.
file-no-room = I cannot take more files today. Please tell me in words.
file-lost = The file did not reach me. Please send it again, or tell me in words.
too-fast = You are writing faster than I can read. I did not read this message. Please wait a minute and go on.
too-fast-unread = Your messages came very fast, and { $count } of them I did not read. Please send them again, in one message.
turn-failed = Sorry, something went wrong on our side. Please send it again. If it fails again, tell an official the number { $error }.
not-allowed = This is for the person in charge. Type "menu" to go to the main menu.
others-work-official = This is done by the officials of the commune. Nothing was sent to anybody.
others-work-head = This is done by the village head; please ask the village head. Nothing was sent to anybody.
not-found = I cannot find this. Type "menu" to go to the main menu.

# Back after a silence.
drafts-full = Several things are still unfinished, and I keep them all. Please finish this one first, then I take the next.
resume-reminder = You left something unfinished with me. Type 1 to go on, 2 to leave it.
resume-reminder-gone = You left something unfinished the other day. I did not keep the words. Write again if you still need it.
resume-ask = You still have something unfinished, and I keep it. Go on with it?
resume-ask-open = You have something unfinished. Go on with it?
resume-about = About: “{ $words }”
resume-ask-words = You have something unfinished: “{ $words }”. Go on with it?
resume-ask-urgent = You have something urgent that is not sent to the officials yet. Go back and send it?
resume-go-urgent = Go back and send it
resume-go = Go on
resume-drop = Drop it
resume-dropped = What was unfinished is dropped.
words-gone = It was too long ago, so I did not keep your words. Please write them again.
words-gone-short = It was too long ago, so I did not keep your words.

# Photos that come in.
caption-ask-photo = I have { $count ->
        [one] one photo
       *[other] { $count } photos
    } of yours, but I cannot look at photos yet. What is it about? A few words, please.
caption-ask-file = I have { $count ->
        [one] one file
       *[other] { $count } files
    } of yours, but I cannot read it. What is it about? A few words, please.
caption-bare = No words needed, send it
caption-words = Please write it in words, like "my roof leaks".
file-added = Added to what you are writing.
file-mark-photo = (photo)
file-mark-voice = (voice)
file-mark-document = (file)
