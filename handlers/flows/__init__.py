"""All flows, one conversation per file or package; router and menus read this list."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.flow import Flow
from handlers.flows import (
    announce,
    approve_heads,
    ask_on_behalf,
    ask_question,
    ask_seat,
    attendee_list,
    cannot_read,
    correct_data,
    create_session,
    decline_seat,
    erase_data,
    export_files,
    faq_entries,
    faq_files,
    faq_new,
    faq_proposals,
    forward_notice,
    guard_complaint,
    guard_danger,
    guard_denunciation,
    guard_scam,
    homes_to_tell,
    join_role,
    legal_documents,
    list_submissions,
    menu,
    move_attendee,
    my_data,
    my_submissions,
    new_question,
    official_contact,
    other_person,
    others_work,
    read_answers,
    register_attendees,
    resume_draft,
    reword_submission,
    send_petition,
    send_submission,
    session_details,
    session_info,
    session_overview,
    small_talk,
    stand_in,
    start_messages,
    stop_messages,
    words_gone,
)
from handlers.flows import help as help_flow
from handlers.services.asked_words import Asked

ALL: tuple[Flow, ...] = (
    menu.flow,
    help_flow.flow,
    # Village heads' flows stand first: "đăng ký" starts another flow for a household.
    register_attendees.flow,
    attendee_list.flow,
    ask_on_behalf.flow,
    forward_notice.flow,
    homes_to_tell.flow,
    read_answers.flow,
    create_session.flow,
    announce.flow,
    session_overview.flow,
    session_details.flow,
    move_attendee.flow,
    list_submissions.flow,
    approve_heads.flow,
    faq_entries.flow,
    faq_files.exporting,
    faq_files.importing,
    faq_new.flow,
    faq_proposals.flow,
    legal_documents.flow,
    join_role.flow,
    decline_seat.flow,
    ask_question.flow,
    ask_seat.flow,
    erase_data.flow,
    export_files.flow,
    guard_complaint.flow,
    guard_danger.flow,
    guard_denunciation.flow,
    guard_scam.flow,
    my_data.flow,
    my_submissions.flow,
    reword_submission.flow,
    new_question.flow,
    official_contact.flow,
    send_petition.flow,
    cannot_read.flow,
    correct_data.flow,
    other_person.flow,
    others_work.flow,
    resume_draft.flow,
    send_submission.flow,
    session_info.flow,
    stand_in.flow,
    start_messages.flow,
    stop_messages.flow,
    small_talk.flow,
    words_gone.flow,
)


ASKED: Mapping[str, Asked] = {
    flow.name: Asked(flow.asked, anew=flow.asks_anew) for flow in ALL if flow.asked
}
"""``Flow.asked`` by the name of the flow."""


def by_name() -> Mapping[str, Flow]:
    """Every flow under its name."""
    return {flow.name: flow for flow in ALL}
