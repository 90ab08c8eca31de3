//! One schema for both engines; a test compares it with each database.

mod cases;
mod days;
mod gatherings;
mod grants;
mod heard;
mod office;
mod people;
mod promises;
mod system;

pub use cases::*;
pub use days::*;
pub use gatherings::*;
pub use grants::*;
pub use heard::*;
pub use office::*;
pub use people::*;
pub use promises::*;
pub use system::*;

diesel::allow_tables_to_appear_in_same_query!(
    places,
    programmes,
    focus_areas,
    focus_area_places,
    organisations,
    sites,
    accounts,
    account_places,
    account_programmes,
    second_factors,
    recovery_codes,
    sessions,
    sign_in_challenges,
    refresh_tokens,
    invitations,
    invitation_places,
    invitation_programmes,
    api_keys,
    grievances,
    grievance_counts,
    grievance_events,
    grievance_messages,
    grievance_standings,
    grievance_decisions,
    grievance_referrals,
    grievance_second_ratings,
    grievance_withdrawals,
    grievance_committee_members,
    attachments,
    agreements,
    agreement_texts,
    agreement_sides,
    agreement_signatures,
    agreement_events,
    commitments,
    commitment_events,
    meetings,
    meeting_agenda_items,
    meeting_invitations,
    meeting_events,
    calendar_feeds,
    meeting_day_entries,
    meeting_minutes,
    meeting_minute_lines,
    meeting_minute_answers,
    grant_calls,
    grant_call_places,
    grant_questions,
    grant_criteria,
    grant_applications,
    grant_budget_lines,
    grant_team,
    grant_partners,
    grant_follow_ups,
    grant_answers,
    grant_application_events,
    exports,
    letter_templates,
    mails,
    paper_batches,
    paper_sheets,
    saved_filters,
    impacts,
    impact_events,
    impact_sources,
    impact_grievances,
    impact_rounds,
    impact_round_choices,
    impact_ballots,
    stakeholders,
    stakeholder_tags,
    stakeholder_events,
    assemblies,
    assembly_attendance,
    mandates,
    mandate_interests,
    mandate_events,
    engagements,
    engagement_stakeholders,
    stakeholder_relationships,
    stakeholder_erasures,
    focus_groups,
    focus_group_attendance,
    focus_group_quotes,
    focus_group_participants,
    focus_group_codes,
    focus_group_events,
    stakeholder_keys,
    stakeholder_pairs,
    stakeholder_imports,
    identity_grants,
    grievance_erasures,
    check_ins,
    protection_alerts,
    protection_referrals,
    protection_referral_steps,
    published_figures,
    published_weeks,
    search_subjects,
    search_index,
);
