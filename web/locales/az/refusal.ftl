### Not yet read by two native speakers.
### A rule said no: nothing happened. One message for each code of the server.
### Each says what is so, and where there is one, a way on.

refusal-not-permitted = Bu, burada və ya indi mümkün deyil.
refusal-room-paused = Fasilədəyik. Sözləriniz itmir.
refusal-not-open = Otaq hələ açılmayıb. Sözləriniz itmir.
refusal-room-closed = Görüş bitdi. Sözləriniz burada qalır.
refusal-already-open = Otaq artıq açıqdır.
refusal-no-such-seat = Görüşdə bu yer daha yoxdur.
refusal-not-introduced = Zəhmət olmasa, əvvəlcə sizə necə müraciət edəcəyimizi yazın.
refusal-only-facilitators-write = Bu mərhələdə fasilitatorlar yazır. Sözləriniz itmir.
refusal-kind-not-here = Bu növ mesaj bu mərhələyə uyğun deyil. Zəhmət olmasa, başqasını seçin.
# $fault (String): what is wrong with the text. $limit (Number): where there is one.
refusal-bad-text = { $fault ->
    [empty] Hələ mətn yoxdur.
    [too_long] Mətn çox uzundur. Ən çoxu { $limit } işarə yerləşir.
    [too_large] Mətn göndərmək üçün çox böyükdür. Zəhmət olmasa, qısaldın.
    [not_normal] Bəzi hərflər qeyri-adi şəkildə yazılıb. Zəhmət olmasa, onları yenidən yazın.
    [forbidden] Mətndə görünməyən işarə var. Zəhmət olmasa, onu silin.
   *[other] Mətn bu şəkildə qəbul oluna bilmir.
}
refusal-reconsider = Zəhmət olmasa, göndərməzdən əvvəl buna bir daha baxın.
refusal-no-such-message = Bu mesaj daha yoxdur.
refusal-too-late = Bunun vaxtı keçib.
refusal-already-decided = Başqa fasilitator artıq qərar verib.
refusal-own-message = Bu, başqalarının mesajları üçündür.
refusal-no-such-proposal = Bu təklif artıq bitib.
refusal-already-proposed = Bu artıq təklif olunub.
refusal-same-person = İkinci açarı başqa adam çevirməlidir.
refusal-same-side = İkinci açar o biri tərəfdən və ya üçüncü tərəfdən olmalıdır.
# $name (String): the side, in words. $have (Number), $need (Number)
refusal-not-balanced = Bir tərəfdən gələnlər azdır. { $name }: { $have } / { $need }.
refusal-side-is-fixed = Tərəfi daha dəyişmək olmur.
refusal-keys-are-fixed = Açarları daha vermək və ya almaq olmur.
refusal-name-taken = Burada bu adda bir nəfər var. Zəhmət olmasa, başqasını seçin.
refusal-phase-has-changed = Bu arada mərhələ dəyişib.
refusal-no-such-phase = Bu istiqamətdə başqa mərhələ yoxdur.
refusal-needs-second-key = Son mərhələdən əvvəl bitirmək üçün ikinci açar lazımdır.
# $limit (Number)
refusal-room-full = Otaq doludur. Yerlərin sayı: { $limit }.
# $limit (Number)
refusal-too-many-waiting = { $limit ->
    [one] { $limit } mesajınız baxılmasını gözləyir. Zəhmət olmasa, oxunana qədər gözləyin.
   *[other] { $limit } mesajınız baxılmasını gözləyir. Zəhmət olmasa, biri oxunana qədər gözləyin.
}
refusal-busy = Server məşğuldur. Zəhmət olmasa, bir azdan yenidən cəhd edin.
refusal-too-fast = Bir az tez oldu. Zəhmət olmasa, bir an gözləyin.
refusal-bad-command = Səhifə ilə server bir-birini anlamır. Zəhmət olmasa, səhifəni yeniləyin.
