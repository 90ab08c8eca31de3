//! The path of an impact, as one table.

use super::words::{ImpactMove, ImpactState};

use ImpactMove::{Address, Dismiss, Prioritise, Publish, PutOnAgenda, Return, Validate, WithdrawPublication};
use ImpactState::{Addressed, Dismissed, OnAgenda, Prioritised, Reported, Validated};

/// How an impact stands: its state, and whether those outside the programme read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: ImpactState,
    pub published: bool,
}

/// Every move: from which states, and to which; `None` if the state stays.
pub const MOVES: &[(ImpactMove, &[ImpactState], Option<ImpactState>)] = &[
    (Validate, &[Reported], Some(Validated)),
    (Prioritise, &[Validated], Some(Prioritised)),
    (PutOnAgenda, &[Prioritised], Some(OnAgenda)),
    (Address, &[OnAgenda], Some(Addressed)),
    (Dismiss, &[Reported, Validated, Prioritised, OnAgenda], Some(Dismissed)),
    (Return, &[Validated, Prioritised, OnAgenda, Addressed, Dismissed], Some(Reported)),
    (Publish, &[Validated, Prioritised, OnAgenda, Addressed], None),
    (WithdrawPublication, &[Validated, Prioritised, OnAgenda, Addressed], None),
];

/// How an impact stands after a move; the code of the refusal otherwise. What is dismissed or goes back to the beginning is
/// no longer public: nobody has confirmed it then.
pub fn check(made: ImpactMove, now: Standing) -> Result<Standing, &'static str> {
    let (_, _, to) = MOVES
        .iter()
        .find(|(listed, from, _)| *listed == made && from.contains(&now.state))
        .ok_or("move_not_possible_from_here")?;
    let state = to.unwrap_or(now.state);
    let published = match made {
        Publish if now.published => return Err("already_published"),
        Publish => true,
        WithdrawPublication if !now.published => return Err("not_published"),
        WithdrawPublication | Dismiss | Return => false,
        Validate | Prioritise | PutOnAgenda | Address | ImpactMove::Report | ImpactMove::Change => now.published,
    };
    Ok(Standing { state, published })
}

/// The moves that can be made now.
pub fn possible(now: Standing) -> impl Iterator<Item = ImpactMove> {
    MOVES.iter().map(|(made, ..)| *made).filter(move |made| check(*made, now).is_ok())
}
