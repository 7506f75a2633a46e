//! X-VERIFY vectors: one that PhonePe's pay page prints whole, the others computed by an independent program over
//! the payloads of PhonePe's pages with its published sample key (which opens nothing).

use crate::calls::{Call, Route};
use crate::checks::Payload;
use crate::signing;

const SAMPLE_KEY: &str = "099eb0cd-02cf-4e2a-8aca-3e6c6aff0399";

/// Path, base64 of the payload, X-VERIFY with index 1.
const POSTS: &[(&str, &str, &str)] = &[
    (
        "/pg/v1/pay",
        "ewogICJtZXJjaGFudElkIjogIlBHVEVTVFBBWVVBVCIsCiAgIm1lcmNoYW50VHJhbnNhY3Rpb25JZCI6ICJNVDc4NTA1OTAwNjgxODgxMDQiLAogICJtZXJjaGFudFVzZXJJZCI6ICJNVUlEMTIzIiwKICAiYW1vdW50IjogMTAwMDAsCiAgInJlZGlyZWN0VXJsIjogImh0dHBzOi8vd2ViaG9vay5zaXRlL3JlZGlyZWN0LXVybCIsCiAgInJlZGlyZWN0TW9kZSI6ICJSRURJUkVDVCIsCiAgImNhbGxiYWNrVXJsIjogImh0dHBzOi8vd2ViaG9vay5zaXRlL2NhbGxiYWNrLXVybCIsCiAgIm1vYmlsZU51bWJlciI6ICI5OTk5OTk5OTk5IiwKICAicGF5bWVudEluc3RydW1lbnQiOiB7CiAgICAidHlwZSI6ICJQQVlfUEFHRSIKICB9Cn0=",
        "d7a8e4458caa6fcd781166bbdc85fec76740c18cb9baa9a4c48cf2387d554180###1",
    ),
    (
        "/v3/wallet/balance",
        "ewogICJtZXJjaGFudElkIjogIlVBVE1FUkNIQU5UIiwKICAidXNlckF1dGhUb2tlbiI6ICJVQVRNRVJDSEFOVGI2MmM4M2ZmZGM4MTRlYjhhN2Q5NDIwOTE1ZTE0NDYzIiwKICAidHhuQW1vdW50IjogMjA1MDAsCiAgInRvcHVwV29ya2Zsb3dUeXBlIjogIlRSQU5TQUNUSU9OQUwiLAogICJkZXZpY2VDb250ZXh0IjogewogICAgICAicGhvbmVQZVZlcnNpb25Db2RlIjogNDAwNjk4CiAgICB9Cn0=",
        "be346af95bf53eb425627f557191eeff91b284c3a07eac1fb0b4aad3427dd753###1",
    ),
    (
        "/v3/wallet/topup",
        "ewogICJtZXJjaGFudElkIjogIk1FUkNIQU5UIiwKICAiYW1vdW50IjogMjA1MDAsCiAgInJlY29tbWVuZGVkQW1vdW50cyI6IFsKICAgIDMwMDAwLAogICAgNTAwMDAsCiAgICA3MDAwMAogIF0sCiAgImFkanVzdEFtb3VudCI6IHRydWUsCiAgImxpbmtUeXBlIjogIldBTExFVF9UT1BVUF9ERUVQTElOSyIsCiAgInVzZXJBdXRoVG9rZW4iOiAiTUVSQ0hBTlQ0MWI2ZjM0MjZlZDk0MWY0YTljZjQ2NzkxMTIyODUxNSIsCiAgInRvcHVwV29ya2Zsb3dUeXBlIjogIlRSQU5TQUNUSU9OQUwiLAogICJkZXZpY2VDb250ZXh0IjogewogICAgInBob25lUGVWZXJzaW9uQ29kZSI6IDQwMDY5OAogIH0KfQ==",
        "d1b730f413535570f35f2ced97187af0e2639850ca15c8ae1af4cd841556adc2###1",
    ),
    (
        "/v3/auth/authorize",
        "eyAgCiAgICJtZXJjaGFudElkIjogIk1JRDEyMzQ1IiwKICAgInVzZXJBdXRoVG9rZW4iOiAiVTEyMzQ1Njc4OSIsCiAgICJ0cmFuc2FjdGlvbklkIjogIlRYMTIzNDU2Nzg5IiwKICAgImFtb3VudCI6IDk5MDAsCiAgICJhdXRoUmVxdWVzdFR5cGUiOiAiV0FMTEVUX0FVVEgiLAogICAiZXhwaXJ5IjogNjAKfQo=",
        "cc812608f394721903d562743a68b30cb03bb1390775424eb38036ff7e6ba1e4###1",
    ),
    (
        "/v3/auth/capture",
        "eyAgCiAgICJtZXJjaGFudElkIjogIk1JRDEyMzQ1IiwKICAgInRyYW5zYWN0aW9uSWQiOiAiVFgxMjM0NTY3ODkiLAogICAiYW1vdW50IjogNTAwMAp9",
        "31e5b6993ff8bdb21e1a67154aee2a3722556aa6315cfd71b4fb3a51b8f58201###1",
    ),
    (
        "/v3/auth/cancel",
        "eyAgCiAgICJtZXJjaGFudElkIjogIk1JRDEyMzQ1IiwKICAgInRyYW5zYWN0aW9uSWQiOiAiVFgxMjM0NTY3ODkiCn0K",
        "1a920dff5487560f638dca56475ab74b24974dbb4a618ba0b493d8e8508b86ff###1",
    ),
    (
        "/v3/merchant/otp/send",
        "eyJtZXJjaGFudElkIjoiTUlEIiwibW9iaWxlTnVtYmVyIjoiOTg3NjU0MzIxMCIsInNob3J0TmFtZSI6Ik5pc2hhbnQgTWl0dGFsIiwicmVxdWVzdFR5cGUiOiJXQUxMRVQifQ==",
        "71cebfbec477c612d8e46a90563a0928b52bb3131ccdf0000d87e0db2867ee6a###1",
    ),
    (
        "/v3/merchant/otp/verify",
        "eyJtZXJjaGFudElkIjoiTUlEIiwib3RwVG9rZW4iOiJUWE4xMjM0NSIsIm90cCI6IjY1NzMyIn0=",
        "9173d6885503f9cb76c144a3b9c500864a70786e53e56ce6802d6334108c5102###1",
    ),
    (
        "/v3/merchant/token/unlink",
        "eyJtZXJjaGFudElkIjoiTUlEIiwidXNlckF1dGhUb2tlbiI6IlRYTjEyMzQ1In0=",
        "0e4f5b20d82b0b02c6bddb3536b688abf588776eb5781a18014e4a357dcca3fa###1",
    ),
];

/// Path and X-VERIFY with index 1.
const GETS: &[(&str, &str)] = &[
    (
        "/v3/transaction/MID12345/TX123456789/status",
        "1cc734361b85bc585bf8a16ac292ff2ad5016b148c482b02b79fd8c18cb55fe7###1",
    ),
    (
        "/v3/auth/MID12345/TX123456789/status",
        "c5ca6e1e6fd850bed04d304b7eb771bc774bd3fa5f9311ad753f36114458f78b###1",
    ),
    (
        "/v3/account/token/MID/TXN12345/debit/suggest",
        "ee82b52c4a3d851508292a1988301019b6600c9873f81213891b196a1087dd0d###1",
    ),
];

#[test]
fn posts_are_signed_as_phonepe_signs_them() {
    for (path, base64, expected) in POSTS {
        assert_eq!(
            &signing::for_post(base64, path, SAMPLE_KEY, 1),
            expected,
            "{path}"
        );
    }
}

#[test]
fn gets_are_signed_over_their_path() {
    for (path, expected) in GETS {
        assert_eq!(&signing::for_get(path, SAMPLE_KEY, 1), expected, "{path}");
    }
}

#[test]
fn every_payload_of_phonepes_pages_passes_the_strict_check() {
    let mut seen = 0;
    for (path, base64, _) in POSTS {
        let Some(route) = Route::read(&axum::http::Method::POST, &path.parse().unwrap()) else {
            continue;
        };
        let payload = Payload::decode(base64).unwrap();
        let checked = crate::checks::check_fields(route.call, &payload);
        assert!(checked.is_ok(), "{path}: {:?}", checked.err());
        assert_ne!(route.call, Call::DebitSuggest);
        seen += 1;
    }
    assert_eq!(seen, 8);
}
