# Danger: the reply, the message that goes on, notices to officials.
danger-violence = Get yourself and your family to a safe place now. Call the police, 113. Somebody is hurt: call 115. A child is beaten: call 111.
danger-child = Keep the child in a safe place now. Call 111 for children, or the police, 113. The child is badly ill: call 115.
danger-suicide = I am worried about you. Whoever took something, is hurt or cannot bear it any more: call 115 now. Call somebody close to you, do not stay alone and leave nobody alone.
danger-hunger = Call the head of your village now. Say how many you are and since when there is no rice. Somebody faints: call 115.
danger-drowning = Reach out a pole, a rope or an empty can, and pull the person ashore. Do not jump in if you cannot swim. Call 115 and shout for help. No breath: press the chest and breathe into the mouth.
danger-disaster = Bring your family to high and firm ground now. Do not wade through fast water. Trapped: call 114. Somebody is hurt: call 115.
danger-landslide = Everybody out of the house now, away from the slope and the stream. Do not go back for things. Somebody is buried or trapped: call 114. Somebody is hurt: call 115.
danger-fire = Everybody out now, do not go back for things. Call the fire brigade at once, 114. In smoke keep low, with a wet cloth over your nose. Somebody is burnt: call 115.
danger-electric = Do not touch the wire, the pole, a person or a puddle beside it. Stay far away and keep children and cattle away. Have the power company cut the power; without its number call 114. Somebody got a shock: call 115.
danger-illness = Call 115 now and ask whoever is nearest to help. Unconscious or in cramps: lay the person on the side. A stroke, or unconscious: give nothing to eat or drink. No vehicle: call the village head or the health station.
danger-injury = Call 115 now; somebody is trapped: call 114. Bleeding: press a clean cloth on it firmly. A burn: pour cool water over it. An electric shock: switch the power off before you touch anybody. A broken bone or a bad fall: let the person lie still.
danger-poison = Call 115 now, or go to the nearest hospital. Do not make anybody vomit, and give nothing more to eat or drink. Bring the packet or what was eaten. No vehicle: call the village head or the health station.
danger-bite = A snake bite, or stings with a swollen face or hard breath: call 115 now. After a snake bite lie still and do not cut the wound. Bitten by a dog or a cat: wash it at once with soap under running water for 15 minutes. Get the rabies vaccine the same day.
danger-missing = Call the police now, 113, do not wait. Say name, age, clothes, where the person was last seen and with whom. A child, or somebody who was sold: call 111, too. Ask the village head to send people to look.
danger-fear = I hear you. Whenever you are afraid, go to relatives, neighbours or the village head. Threatened or beaten: call the police, 113; with small children, 111. The women's union of the village helps, too.
danger-fear-untold = I have told nobody.
danger-cry = Fire, flood or somebody trapped: call 114. Somebody is badly ill or hurt: call 115. Beaten or threatened: call the police, 113. Write to me what is happening and in which village.
danger-neighbour-number = { $text } (Call back { $phone }.)
danger-duty = The commune's duty phone: { $phone }.
danger-alerted = I have alerted the officials.
danger-alerted-nowhere = I have alerted the officials, but they do not know your village. Please send the message so that they can find you.
danger-choose = Type your name and phone number and I send them with your message, so that you are called back. Or press a number.
danger-send = Send the message, no call needed
danger-skip = No, back to the start
danger-consent = I keep the number { $phone } and send it to the officials, with the name if you gave one. You can have it erased at any time. Do you agree?
danger-consent-yes = Yes, send now
danger-consent-no = No
danger-consent-refused = I keep neither number nor name.
danger-added = { $kind ->
    [suicide] I am here with you. I have noted that. Press 1 and I send it to the officials now, so that somebody comes to you.
   *[other] I have noted that. Press 1 and I send it to the officials now.
}
danger-not-kept = Your message sounds like a denunciation, so I have not written it down. Please lodge that with the province's citizen reception office or inspectorate.
danger-call-choose = Type your name and phone number and I send them, so that you are called back. Or press a number.
danger-call = Ask an official to write to me here
danger-call-words = A resident asks to be contacted at once, it is urgent.
danger-faq = See what the policy says
danger-sent = Sent to the officials. Code: { $code }. If it is pressing, call { $kind ->
    [violence] 113
    [missing] 113
    [fear] 113
    [cry] 113, 114 or 115
    [child] 111
    [disaster] 114
    [landslide] 114
    [fire] 114
    [electric] 114
    [hunger] the village head
   *[other] 115
}.
danger-sent-call = Sent to the officials, who are asked to call { $phone }. Code: { $code }. If it is pressing, call { $kind ->
    [violence] 113
    [missing] 113
    [fear] 113
    [cry] 113, 114 or 115
    [child] 111
    [disaster] 114
    [landslide] 114
    [fire] 114
    [electric] 114
    [hunger] the village head
   *[other] 115
}.
danger-number-late = This number is for the officials to call you about the urgent case you just sent, code { $code }.
danger-number-added = I have sent the number { $phone } to the officials, with the urgent case { $code }.
danger-village-told = I have told the officials your village.

notice-new-danger = ⚠ New urgent case from { $place }. Code { $code }. Type the code to see it now.
notice-danger-marked = ⚠ An official marked code { $code } from { $place } as urgent. Type the code to read it now.
notice-danger-violence = ⚠ Urgent in { $place }: somebody is beaten or threatened. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-child = ⚠ Urgent in { $place }: a child is in danger. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-suicide = ⚠ Urgent in { $place }: somebody does not want to live. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-hunger = ⚠ Urgent in { $place }: a household is going hungry. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-drowning = ⚠ Urgent in { $place }: somebody is drowning. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-disaster = ⚠ Urgent in { $place }: flood or storm. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-landslide = ⚠ Urgent in { $place }: landslide, or a house gives way. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-fire = ⚠ Urgent in { $place }: fire. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-electric = ⚠ Urgent in { $place }: a power line is down, or leaks. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-illness = ⚠ Urgent in { $place }: somebody is badly ill or hurt. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-injury = ⚠ Urgent in { $place }: somebody is badly hurt. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-poison = ⚠ Urgent in { $place }: somebody is poisoned. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-bite = ⚠ Urgent in { $place }: somebody was bitten or stung. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-missing = ⚠ Urgent in { $place }: somebody is missing or was taken away. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-cry = ⚠ Urgent in { $place }: somebody calls for help, it is not known with what. { $villages ->
    [0] The village is not known and no words were sent yet. I write when there are some.
   *[other] No words were sent yet. Call the village head now.
}
notice-danger-number = ⚠ Urgent case, code { $code }: whoever wrote has left a number to be called. Type the code to see it now.
notice-danger-village = ⚠ Urgent case, code { $code }: whoever wrote is in { $place }.
danger-more-not-kept = What you wrote before sounds like a denunciation, so I do not write this down either. If you need help now, call the numbers above.
