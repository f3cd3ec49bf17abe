//! What every backend promises, as one suite that runs against each.
//!
//! To add a promise: a function in the file of its subject, and its name in [`contract_tests`].
//! A promise takes an empty store and panics when it is broken.

#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "these are tests")]

pub mod beside;
pub mod directory;
pub mod jobs;
pub mod log;
pub mod races;
pub mod samples;

/// One test for each promise. `$given` is an async function that answers `Some((store, keep))`:
/// an empty store and whatever must live as long as it; or `None` when the backend is not here.
#[macro_export]
macro_rules! contract_tests {
    ($given:path) => {
        $crate::contract_tests! { $given;
            log: rows_come_back_as_written_and_in_order,
            log: named_rows_come_back_once_and_in_order,
            log: every_cell_comes_back_byte_for_byte,
            log: a_conflict_leaves_nothing,
            log: a_partial_overlap_leaves_nothing,
            log: what_does_not_continue_the_log_is_refused,
            log: a_poisoned_append_harms_nobody_else,
            log: a_very_large_append_lands_whole,
            beside: a_lane_is_dense_and_apart_from_the_others,
            beside: erased_bodies_are_gone_and_erasing_again_is_harmless,
            beside: the_newest_snapshot_is_kept,
            beside: rooms_are_woken_when_they_asked_for_it,
            races: no_gap_and_nothing_lost_under_many_writers,
            races: of_many_appends_at_one_head_exactly_one_lands,
            races: a_reader_sees_what_was_acknowledged,
            directory: a_session_comes_back_and_the_newest_is_first,
            directory: a_single_use_has_one_winner_among_a_hundred,
            directory: only_an_open_invitation_is_redeemed,
            directory: a_use_can_be_given_back,
            directory: invitations_are_given_out_all_or_none,
            directory: a_sign_in_ends_at_once,
            jobs: a_job_is_added_once_and_forgotten_when_done,
            jobs: a_job_has_one_claimer_among_many,
            jobs: a_lease_that_runs_out_can_be_claimed_again,
            jobs: a_failed_job_waits_and_says_why,
            jobs: the_longest_overdue_is_claimed_first,
            log: a_closed_store_refuses,
        }
    };
    ($given:path; $($subject:ident: $promise:ident,)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $promise() {
            if let Some((store, _keep)) = $given().await {
                $crate::contract::$subject::$promise(std::sync::Arc::clone(&store)).await;
                $crate::Lifecycle::close(&*store).await;
            }
        }
    )*};
}
