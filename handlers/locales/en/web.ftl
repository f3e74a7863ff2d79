# The chat page in the browser, and the small pages beside it.
web-title = Questions to the commune
web-title-commune = Questions to { $commune }
web-robot = Automatic assistant
web-home = Start
web-log = Conversation
web-input = Write a message
web-input-hint = Type a question or a number…
web-send = Send
web-photo = Photo
web-voice = Record
web-photo-ask = Where is the photo?
web-photo-take = Take a new photo
web-photo-pick = Choose a photo
web-cancel = Cancel
web-voice-send = Send recording
web-voice-cancel = Discard recording
web-forget = Forget this device
web-forget-ask = Delete the conversation on this device?
web-forget-explain = For a device that is somebody else's. The commune keeps what you sent. Answers no longer come to this device.
web-forget-yes = Delete on this device
web-start-over = Start anew
web-skip = To the message box
web-demo = Demo. All names are samples.
web-demo-as = Demo. You are: { $name }.
web-demo-change = Change role
web-demo-title = Demo: choose a role
web-demo-explain = This is a sample commune. Names and figures are made up.
web-demo-official = Commune official
web-demo-village_head = Village head
web-demo-household = Household

web-noscript = This device cannot run the chat page.
web-noscript-phone = Please call the official on duty: { $phone }.
web-noscript-office = Please ask the village head, or come to the commune office during { $hours }.

web-js-listen = Listen
web-js-stop-listening = Stop
web-js-connecting = Reconnecting…
web-js-offline = This device is offline. Messages go out once it is back.
web-js-waiting = Waiting
web-js-failed = Not sent
web-js-retry = Send again
web-js-photo-sent = Photo
web-js-document-pick = Choose a file to send
web-js-document-sent = File
web-js-voice-sent = Recording
web-js-file-lost = The file is no longer on this device. Please send it again.
web-js-refused = This could not be sent. Please try something shorter, or a smaller photo.
web-js-recording = Recording
web-js-no-microphone = This device does not allow recording. Please choose a recorded file.
web-js-cookies-off = The browser blocks cookies, so messages cannot be taken in. Please allow them.
web-js-me = You:
web-js-bot = Assistant:
web-js-too-big = The file is too large
web-js-open-file = Download
web-js-recording-gone = This recording is no longer there.
web-js-photo-alt = The photo you sent
# Stands where somebody denounced: the words are gone.
web-js-unsaid = (These words were not written down.)

web-foreign = This cannot be asked for from another site. Please open this page again.
web-no-cookie = This device was not recognised. Please open this page again.
web-too-many = Many people are coming in at once. Please wait a few minutes and send again.
web-unreadable = This message could not be read. Please send it again.
web-slow = The network is too slow, the message did not arrive. Please send it again.
web-broken = The commune's computer had an error, sorry. Please try again in a few minutes.
web-not-found = There is no such page. The address may be wrong or expired.
web-back = To the chat

web-download-title = Download a file
web-download-explain = This file is about citizens. It can be downloaded once; please do not pass it on.
web-download-button = Download
web-download-gone = This link was used already or has expired. Please ask the bot for a new one.

serve-demo-host = The demo is open on this very machine only, so the address { $host } cannot be used.
