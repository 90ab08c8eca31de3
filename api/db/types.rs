//! Values as both engines keep them: ids and words as text, instants in UTC to the microsecond.

/// Makes `$name` storable as text on either engine, through its own `as_str` and `from_str`.
macro_rules! stored_as_text {
    ($name:ty) => {
        impl<DB> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where
            DB: diesel::backend::Backend,
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                <str as diesel::serialize::ToSql<diesel::sql_types::Text, DB>>::to_sql(self.as_str(), out)
            }
        }

        // For each engine by itself: through a `String` every field of every row would be an allocation.
        impl diesel::deserialize::FromSql<diesel::sql_types::Text, diesel::sqlite::Sqlite> for $name {
            fn from_sql(mut value: diesel::sqlite::SqliteValue<'_, '_, '_>) -> diesel::deserialize::Result<Self> {
                Ok(value.read_text().parse::<$name>()?)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                Ok(std::str::from_utf8(value.as_bytes())?.parse::<$name>()?)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::Text, $crate::db::Backend> for $name {
            fn from_sql(
                value: <$crate::db::Backend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                value.from_sql::<Self, diesel::sql_types::Text>()
            }
        }
    };
}
pub(crate) use stored_as_text;

/// A closed list of words: one spelling in the database, in JSON and in the contract.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident),+ $(,)? }) => {
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
            utoipa::ToSchema, strum::IntoStaticStr, strum::EnumString, strum::VariantArray,
            diesel::AsExpression, diesel::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        $(#[$meta])*
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            pub fn as_str(&self) -> &'static str {
                (*self).into()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::db::types::stored_as_text!($name);
    };
}
pub(crate) use words;

/// A typed id (UUIDv7: later ids sort later), so that a case's id can't stand where an account's belongs.
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize,
            utoipa::ToSchema, diesel::AsExpression, diesel::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        #[serde(try_from = "String")]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name($crate::db::types::IdText);

        impl $name {
            /// The id of something that happened at `at`: ids keep the order of time.
            pub fn at(at: chrono::DateTime<chrono::Utc>) -> Self {
                Self($crate::db::types::uuid_text(at))
            }

            /// An id that tells nothing, also not when it was made.
            pub fn random() -> Self {
                Self($crate::db::types::random_uuid())
            }

            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                $crate::db::types::parse_uuid(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = uuid::Error;
            fn try_from(text: String) -> Result<Self, uuid::Error> {
                text.parse()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        $crate::db::types::stored_as_text!($name);
    };
}
pub(crate) use id;

use arrayvec::ArrayString;
use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};
use diesel::deserialize::{self, FromSql};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Timestamp;
use uuid::Uuid;

/// The 36 characters of a UUID, without an allocation.
pub type IdText = ArrayString<36>;

/// A UUIDv7 whose first random bits are the fraction of the millisecond (RFC 9562, 6.2, method 3): two things made
/// within one millisecond keep their order too.
pub fn uuid_text(at: DateTime<Utc>) -> IdText {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    let fraction = (at.timestamp_subsec_nanos() % 1_000_000) * 4096 / 1_000_000;
    let [.., high, low] = fraction.to_be_bytes();
    let [_, _, rest @ ..] = rand::random::<[u8; 10]>();
    let mut bits = [0; 10];
    bits.iter_mut().zip([high, low].into_iter().chain(rest)).for_each(|(bit, value)| *bit = value);
    as_text(uuid::Builder::from_unix_timestamp_millis(millis, &bits).into_uuid())
}

pub fn random_uuid() -> IdText {
    as_text(Uuid::new_v4())
}

pub fn parse_uuid(text: &str) -> Result<IdText, uuid::Error> {
    Uuid::parse_str(text).map(as_text)
}

fn as_text(id: Uuid) -> IdText {
    let mut text = IdText::new();
    text.push_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
    text
}

/// A moment in UTC, cut to the microseconds that both engines keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, diesel::AsExpression, diesel::FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Moment(NaiveDateTime);

impl Moment {
    pub fn utc(self) -> DateTime<Utc> {
        self.0.and_utc()
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at.naive_utc().trunc_subsecs(6))
    }
}

impl From<Moment> for DateTime<Utc> {
    fn from(at: Moment) -> Self {
        at.utc()
    }
}

impl<DB> ToSql<Timestamp, DB> for Moment
where
    DB: diesel::backend::Backend,
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB> FromSql<Timestamp, DB> for Moment
where
    DB: diesel::backend::Backend,
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        NaiveDateTime::from_sql(bytes).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_the_order_of_time_within_a_millisecond() {
        let start: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
        let ids: Vec<IdText> = (0..1000).map(|n| uuid_text(start + chrono::TimeDelta::microseconds(n))).collect();
        assert!(ids.is_sorted());
        let id: Uuid = ids[0].parse().unwrap();
        assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
    }
}
