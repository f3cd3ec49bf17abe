### Not yet read by two native speakers.
### From the link to the open room: language, what this is, consent, name, waiting room.

## Language (shown before a language is known; the page also shows the three names of the program)

language-title = Dilinizi seçin
language-order = Dillərin sırası hər gəlişdə dəyişir.

## What this is

look-waiting = Dəvətiniz oxunur…
template-practice-title = Sınaq söhbəti
template-practice-purpose = Yazılı görüşün necə getdiyini yoxlayın. Burada deyilən heç yerdə istifadə olunmur.
template-listening-circle-title = Yazılı söhbət
template-listening-circle-purpose = Yaşadığımızı danışırıq və nə eşitdiyimizi deyirik. Hər kəs öz dilində yazır.
template-other-title = Yazılı söhbət
template-other-purpose = İki cəmiyyətin insanları fasilitatorların köməyi ilə bir-birinə yazır.

what-length = Müddət
# $minutes (Number)
what-minutes = { $minutes } dəqiqə
what-people = Kimlər
# $count (Number)
what-participants = { $count ->
    [one] { $count } iştirakçı
   *[other] { $count } iştirakçı
}
# $count (Number)
what-facilitators = { $count ->
    [one] { $count } fasilitator
   *[other] { $count } fasilitator
}
# $count (Number)
what-interpreters = { $count ->
    [one] { $count } tərcüməçi
   *[other] { $count } tərcüməçi
}
# $count (Number)
what-observers = { $count ->
    [one] { $count } müşahidəçi, yalnız oxuyur
   *[other] { $count } müşahidəçi, yalnız oxuyurlar
}
what-languages = Dillər
what-role = Sizin rolunuz
what-need = Telefon kifayətdir. Kamera və mikrofon lazım deyil.
what-can = Yalnız oxuya, istənilən vaxt çıxa və sözünüzü geri götürə bilərsiniz.
what-not = Bu, mübahisə, müalicə və ya xəbər deyil.
what-agenda = Nə olacaq
what-back-to-language = Dil

## Consent and rules

consent-title = Kim nəyi görür
consent-time = Bunu oxumaq təxminən bir dəqiqə çəkir.
sees-caption = Görüş zamanı və sonra kim nəyi görür
sees-what = Nə
sees-you = Siz
sees-others = Başqa­ları
# A soft hyphen (U+00AD) shows where a narrow column may break this word and the next.
sees-facilitators = Fasili­tator­lar
sees-after = Sonra­dan
sees-name = Buradakı ad
sees-words = Sözləriniz
sees-waiting = Gözləyən mesaj
sees-side = Tərəfiniz, bildirsəniz
sees-device = Cihaz, ünvan
sees-yes = bəli
sees-no = xeyr
sees-if-you-agree = yalnız siz istə­səniz
sees-counts = yalnız saylar
sees-not-kept = bizdə qalmır
consent-kept = Təşkilatçı silənə qədər mesajlar serverdə qalır. Bu versiya onları hələ özü silmir.
consent-withdraw = Sözünüzü istənilən vaxt geri götürə bilərsiniz.
consent-backup = O vaxta qədər geri götürdüyünüz söz köhnə ehtiyat nüsxədə qala bilər.
consent-screenshots = Ekran şəkillərinin çəkilməsinin qarşısını ala bilmirik.
consent-moderation = Bəzi mərhələlərdə mesajı əvvəlcə fasilitator oxuyur. Səbəbini həmişə görürsünüz.
consent-cookie = Bir kuki bu brauzerdə yerinizi saxlayır. Qaralamalar bu vərəqdə qalır.
consent-take-part = Bunu başa düşürəm və iştirak edirəm
consent-summary = Sözlərim xülasədə istifadə oluna bilər. Qaralamanı əvvəlcə mən görəcəyəm.
consent-summary-optional = Bunu boş qoya bilərsiniz.
consent-needed = İştirak etmək üçün, zəhmət olmasa, birinci xananı işarələyin.

not-for-me-title = Eybi yoxdur
not-for-me-text = Heç nə yazılıb qalmadı. Dəvətiniz istifadə olunmamış qalır.
not-for-me-back = Yenidən oxu

## Name, side, languages

name-title = Burada sizə necə müraciət edək?
name-label = Görüşdəki ad
name-help = Əsl adınız lazım deyil. Təklif olunan adla qala bilərsiniz.
# Fruit, weather, household things. Comma-separated. No animals, mountains, rivers, emblems, memorial flowers.
name-words = Heyva, Gavalı, Gilas, Qoz, Armud, Yağış, Meh, Bulud, Qar, Şeh, Çaydan, Lampa, Qaşıq, Səbət, Düymə, Pəncərə, Fincan, Sap
name-another = Başqasını təklif et
name-needed = Zəhmət olmasa, bir ad yazın. Uydurma da ola bilər.
side-label = Özünüzü hansı cəmiyyətin bir hissəsi hiss edirsiniz?
side-help = Cavab məcburi deyil. Bunu yalnız fasilitatorlar görür, bərabərlik üçün.
side-fixed = Tərəfinizi təşkilatçı qeyd edib.
writes-label = Yazıram
reads-label = Oxuyuram
reads-help = Mesajlar müəllifinin dilində qalır.
enter = Gözləmə otağına keç
enter-again = Yadda saxla
entering = Bir an…

## Waiting room

waiting-title = Otaq tezliklə açılır
waiting-title-facilitator = Gözləmə otağı
# $count (Number): people connected now.
waiting-here = { $count ->
    [one] { $count } nəfər buradadır
   *[other] { $count } nəfər buradadır
}
# Stands under the number in the ring; the number itself is drawn above it.
waiting-ring = { $count ->
    [one] nəfər buradadır
   *[other] nəfər buradadır
}
# Stands under the number in the ring. $total (Number): places in all.
waiting-ring-of = nəfər burada, cəmi: { $total }
# $count (Number)
waiting-observers = { $count ->
    [one] { $count } müşahidəçi
   *[other] { $count } müşahidəçi
}
waiting-alone = İlk gələn sizsiniz. Tələsməyə ehtiyac yoxdur.
waiting-opens = Otaq özü açılır. Səhifəni açıq qoyub dincələ bilərsiniz.
waiting-who = Kimlər buradadır
check-title = Bağlantı yoxlaması
check-receiving = Qəbul
check-sending = Göndərmə
check-letters = Bu hərflər düzgün görünürmü?
check-works = işləyir
check-trying = yoxlanır…
# $ms (Number): milliseconds
check-latency = işləyir, { $ms } ms
practice-line = Sınaq sətri, yalnız siz görürsünüz
practice-line-hint = İstədiyinizi yazın
practice-line-kept = Bu sətir cihazınızda qalır və otaq açılanda silinir.
practice-line-works = İşləyir. Sözləriniz belə görünəcək.

## Opening with two keys (facilitators)

open-title = Otağın açılması
open-explain = Müxtəlif tərəflərdən iki fasilitator otağı birlikdə açır.
open-propose = Otağı aç
open-proposed = Açarınızı çevirdiniz. Hələ heç nə baş verməyib.
# $name (String)
open-asked = Sizin açarınız da gözlənilir. Otağı açmaq istəyən: { $name }.
