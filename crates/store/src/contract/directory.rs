//! Sessions, invitations, sign-ins: exactly as many as there are places.

use super::samples::{digest, room, session};
use crate::Store;
use crate::directory::{Invitation, SignIn};
use crate::error::StoreError;
use roundtable_core::id::SeatNo;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::time::Timestamp;
use std::sync::Arc;

const NOW: Timestamp = Timestamp(1_000);

fn invitation(n: u8, uses_left: u32) -> Invitation {
    Invitation {
        hash: digest(n),
        room: room(1),
        role: Role::Facilitator,
        belonging: Belonging::ThirdParty,
        uses_left,
        expires_at: Timestamp(2_000),
        revoked: false,
    }
}

async fn given(store: &dyn Store, invitations: &[Invitation]) {
    store.create_session(session(room(1), 1)).await.unwrap();
    store.add_invitations(invitations).await.unwrap();
}

/// One room has one session.
pub async fn a_session_comes_back_and_the_newest_is_first(store: Arc<dyn Store>) {
    assert_eq!(store.session(room(1)).await.unwrap(), None);
    for (n, created_at) in [(1, 10), (2, 30), (3, 20)] {
        store.create_session(session(room(n), created_at)).await.unwrap();
    }
    assert_eq!(store.session(room(2)).await.unwrap(), Some(session(room(2), 30)));
    let newest = store.sessions(2).await.unwrap();
    assert_eq!(newest, [session(room(2), 30), session(room(3), 20)]);
    let again = store.create_session(session(room(1), 99)).await;
    assert!(matches!(again, Err(StoreError::Invalid(_))), "{again:?}");
    assert_eq!(store.session(room(1)).await.unwrap(), Some(session(room(1), 10)));
}

/// A hundred people click the same link.
pub async fn a_single_use_has_one_winner_among_a_hundred(store: Arc<dyn Store>) {
    given(&*store, &[invitation(1, 1)]).await;
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.redeem(digest(1), NOW).await.unwrap() })
        })
        .collect();
    let mut winners = vec![];
    for task in tasks {
        winners.extend(task.await.unwrap());
    }
    assert_eq!(winners, [invitation(1, 0)]);
    assert_eq!(store.invitation(digest(1)).await.unwrap(), Some(invitation(1, 0)));
}

/// Unknown, used, expired and revoked are alike.
pub async fn only_an_open_invitation_is_redeemed(store: Arc<dyn Store>) {
    let expired = Invitation { expires_at: NOW, ..invitation(2, 1) };
    let revoked = Invitation { revoked: true, ..invitation(3, 1) };
    given(&*store, &[invitation(1, 2), expired.clone(), revoked.clone()]).await;

    assert_eq!(store.redeem(digest(1), NOW).await.unwrap(), Some(invitation(1, 1)));
    assert_eq!(store.redeem(digest(1), NOW).await.unwrap(), Some(invitation(1, 0)));
    for n in 1..=4 {
        assert_eq!(store.redeem(digest(n), NOW).await.unwrap(), None, "{n}");
    }
    assert_eq!(store.invitation(digest(2)).await.unwrap(), Some(expired));
    assert_eq!(store.invitation(digest(3)).await.unwrap(), Some(revoked));
    assert_eq!(store.invitation(digest(4)).await.unwrap(), None);

    store.add_invitations(&[invitation(5, 1)]).await.unwrap();
    store.revoke_invitations(room(2)).await.unwrap();
    assert!(store.invitation(digest(5)).await.unwrap().unwrap().is_open(NOW));
    store.revoke_invitations(room(1)).await.unwrap();
    assert_eq!(store.redeem(digest(5), NOW).await.unwrap(), None);
}

/// When the person could not be admitted after all.
pub async fn a_use_can_be_given_back(store: Arc<dyn Store>) {
    given(&*store, &[invitation(1, 1)]).await;
    assert!(store.redeem(digest(1), NOW).await.unwrap().is_some());
    store.unredeem(digest(1)).await.unwrap();
    assert_eq!(store.invitation(digest(1)).await.unwrap(), Some(invitation(1, 1)));
    assert!(store.redeem(digest(1), NOW).await.unwrap().is_some());
    store.unredeem(digest(9)).await.unwrap();
}

/// One that is known already, or into no session, takes the others with it.
pub async fn invitations_are_given_out_all_or_none(store: Arc<dyn Store>) {
    given(&*store, &[invitation(1, 1)]).await;
    let nowhere = Invitation { room: room(9), ..invitation(3, 1) };
    for bad in [invitation(1, 5), invitation(2, 1), nowhere] {
        let answer = store.add_invitations(&[invitation(2, 1), bad]).await;
        assert!(matches!(answer, Err(StoreError::Invalid(_))), "{answer:?}");
        assert_eq!(store.invitation(digest(2)).await.unwrap(), None);
    }
    store.add_invitations(&[]).await.unwrap();
    assert_eq!(store.invitation(digest(1)).await.unwrap(), Some(invitation(1, 1)));
}

/// And only the one that was named.
pub async fn a_sign_in_ends_at_once(store: Arc<dyn Store>) {
    store.create_session(session(room(1), 1)).await.unwrap();
    let sign_in = |handle: &str| SignIn {
        token_hash: digest(7),
        handle: handle.to_owned(),
        room: room(1),
        seat: SeatNo(3),
        created_at: NOW,
        expires_at: Timestamp(9_000),
    };
    for handle in ["aaaa", "bbbb"] {
        store.add_sign_in(sign_in(handle)).await.unwrap();
    }
    assert_eq!(store.sign_in("aaaa").await.unwrap(), Some(sign_in("aaaa")));
    assert_eq!(store.sign_in("AAAA").await.unwrap(), None, "letters are what they are");
    let again = store.add_sign_in(sign_in("aaaa")).await;
    assert!(matches!(again, Err(StoreError::Invalid(_))), "{again:?}");
    for _ in 0..2 {
        store.end_sign_in("aaaa").await.unwrap();
        assert_eq!(store.sign_in("aaaa").await.unwrap(), None);
    }
    assert_eq!(store.sign_in("bbbb").await.unwrap(), Some(sign_in("bbbb")));
}
