### Not yet read by two native speakers.
### The facilitators' console, and what facilitators can do in the room.

console-panels = Bölmələr
tab-room = Otaq
tab-held = Gözləyir
tab-people = İnsanlar
# $count (Number): people connected
status-here = burada: { $count }
# $count (Number): people who have a name and are not connected
status-away = burada deyil: { $count }

## Phase control

phase-next = Növbəti mərhələ
phase-back = Əvvəlki mərhələ
phase-minus = Bir dəqiqə az
phase-plus = Beş dəqiqə çox
resume-room = Davam et
pause-title = Fasilə ver
pause-about = Hamı üçün yazıya fasilə olur. Qaralamalar qalır. Yalnız fasilitator davam etdirir.
end-meeting = Görüşü bitir
end-title = Görüşü bitir
end-about = Sonra heç kim yaza bilmir. Hər kəs öz sözünü yenə geri götürə bilər.
end-early = Vaxtından əvvəl bitirməyi təklif et
end-early-about = Son mərhələdən əvvəl görüşü iki fasilitator birlikdə bitirir.

## Messages that wait

held-title = Baxılmasını gözləyir
# $clock (String): minutes and seconds
held-oldest = ən çox gözləyən: { $clock }
held-empty = Gözləyən mesaj yoxdur.
held-later = Bu mərhələdə mesajlar gözləmir.
held-list = Gözləyən mesajlar, əvvəlcə ən köhnəsi
# $name (String)
held-card = Mesajın müəllifi: { $name }
held-why = Nə üçün gözləyir:
approve = Təsdiqlə
return = Qeydlə qaytar
remove = Otaqda dərc etmə
keys-hint-next = Düymələr bu siyahı seçiləndə işləyir. Növbəti və əvvəlki:
pending-approved = Təsdiqləndi. Bir azdan dərc olunacaq.
pending-returned = Qaytarıldı. Müəllif bunu bir azdan oxuyacaq.
pending-removed = Otaqda dərc olunmur. Müəllif bunu bir azdan oxuyacaq.
pending-by = Qərar verən: { $name }
return-title = Qeydlə qaytar
return-about = Mətn müəllifdə qalır, səbəbi o oxuyur.
remove-title = Otaqda dərc etmə
remove-about = Mətn müəllifdə qalır, səbəbi o oxuyur.
hide-title = Bu mesajı gizlət
hide-about = Hamı nəyinsə gizlədildiyini görür. Səbəbi müəllif oxuyur.
hide = Gizlət
show = Yenidən göstər
propose-remove = Otaqdan götürməyi təklif et
choose-reason = Səbəb
reason-needed = Zəhmət olmasa, səbəbi seçin.
note-label = İstəsəniz, müəllifə bir sətir
note-hint = məsələn: bunu ad çəkmədən yaza bilərsinizmi?
confirm = Təsdiqlə
confirm-return = Qaytar
confirm-remove = Dərc etmə
confirm-hide = Gizlət
text-gone = Bu mətn daha göstərilə bilmir.

## Two keys

keys-needed = İkinci açar lazımdır
proposal-open = Otağı aç
proposal-end-early = Görüşü vaxtından əvvəl bitir
proposal-remove-message = Mesajı otaqdan götür
# $name (String): author of the message
proposal-about-message = Mesajın müəllifi: { $name }
key-turned = çevrilib
key-free = ikinci yer, boşdur
key-you-or = Siz və ya başqa fasilitator
key-another = Başqa fasilitator
key-nothing-yet = İkinci nəfər də açarını çevirməyincə heç nə baş vermir.
second = Açarımı çevir
decline = İmtina et
# $minutes (Number)
proposal-left = { $minutes } dəq qalıb
proposals-empty = İkinci açarı gözləyən bir şey yoxdur.
read-and-decide = Oxu və qərar ver

## People

console-people = İnsanlar
people-side = Tərəf
person-writes = yazır: { $language }

## What we did. "Name: what", so that no ending is glued to a name.

log-title = Nələr etdik
log-empty = Hələ heç nə.
log-approved = { $who }: mesaj təsdiqləndi
log-returned = { $who }: mesaj qaytarıldı. { $reason }
log-removed = { $who }: otaqda dərc olunmadı. { $reason }
log-undone = { $who }: qərar geri alındı
log-hidden = { $who }: mesaj gizlədildi. { $reason }
log-shown = { $who }: mesaj yenidən göstərildi
log-paused = { $who }: fasilə
log-resumed = { $who }: davam edirik
log-phase = Mərhələ: { $name }
log-opened = Otaq açıldı
log-closed = Görüş bitirildi
log-proposed = { $who }: birinci açar. { $act }
log-seconded = { $who }: ikinci açar. { $act }
log-declined = { $who }: imtina etdi. { $act }
log-expired = İkinci açar gəlmədi. { $act }
log-dropped = Daha lazım deyil. { $act }
undo-last = Sonuncunu geri al
