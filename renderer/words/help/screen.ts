import { words } from '../words.ts'

/** Answers to the questions of a cooperative's first weeks. */
export const helpWords = words('help', {
  en: {
    title: 'Help',
    screens: 'What is each screen for?',
    bookTitle: 'How do I book a machine?',
    book: 'Press “New booking” (or the key N), choose the machine, the member and the dates. Write a day as 12/31, fri, 14 or +2, a time as 8am; under “To” also “3 days” or “2 hours”. The panel says at once whether the machine is free. While you fill in the form, the time is reserved for you for five minutes. You can press “Save booking” only when the machine is free.',
    takenTitle: 'What if it is taken?',
    taken:
      'The red panel says who has it, until when, and whom to ask. Below it are up to three free alternatives; press one to take it. Two people can never get the same machine at the same time: the file with the records itself refuses it.',
    approveTitle: 'Who approves?',
    approve:
      'A booking waits under Approvals until a manager approves or rejects it. The user who entered it then gets a notice under the bell. When a clerk moves an approved booking, it needs approval again.',
    lifeTitle: 'The machine leaves and comes back',
    life: 'Open the booking and press “Hand over”, and later “Take back”. A booking is not completed just because its end has passed: a machine that has not come back is shown as overdue, and cannot be handed over to the next member until it is back.',
    ruleTitle: 'Why was it refused?',
    rule: 'Only verified members who are not suspended can book. The notice period, the longest booking and the number of days ahead are set under Settings, and for each machine type under Machines. Refused attempts are listed under History.',
    awayTitle: 'The network or the power fails',
    away: 'Araro needs no network. What was saved is on the disk and stays there. If a window closes, the unfinished form comes back. A bar at the top appears while Araro is not responding, and disappears when it is back.',
    copiesTitle: 'Copies',
    copies:
      'Whenever Araro is closed, it makes a verified copy of the file with the records, in the folder “copies” beside that file. The last seven are kept. Copy the folder to a USB stick now and then.',
    keysTitle: 'Keys',
    keys: 'A closed form keeps what you typed until you open it again. Press ? anywhere for this list.',
  },
  fil: {
    title: 'Tulong',
    screens: 'Para saan ang bawat pahina?',
    bookTitle: 'Paano mag-book ng makina?',
    book: 'Pindutin ang “Bagong booking” (o ang key na N), piliin ang makina, ang kasapi at ang mga petsa. Isulat ang araw nang 12/31, biyernes, 14 o +2, ang oras nang 8am; sa “Hanggang” puwede rin ang “3 araw” o “2 oras”. Agad sasabihin ng panel kung bakante ang makina. Habang pinupunan mo ang form, limang minutong nakareserba sa iyo ang oras. Mapipindot lang ang “I-save ang booking” kapag bakante.',
    takenTitle: 'Paano kung may nakakuha na?',
    taken:
      'Sinasabi ng pulang panel kung sino ang may hawak, hanggang kailan, at sino ang matatanong. Sa ilalim nito ay may hanggang tatlong bakanteng oras; isang pindot lang para kunin. Hindi kailanman makukuha ng dalawa ang iisang makina sa iisang oras: ang mismong file ng mga talaan ang tumatanggi.',
    approveTitle: 'Sino ang nag-aapruba?',
    approve:
      'Naghihintay ang booking sa Pag-apruba hanggang aprubahan o tanggihan ng tagapamahala; makikita iyon ng nagpasok nito sa mga abiso. Kapag inilipat ng klerk ang aprubadong booking, kailangan ulit itong aprubahan.',
    lifeTitle: 'Pag-alis at pagbalik ng makina',
    life: 'Buksan ang booking at pindutin ang “Ilabas”, at pagkatapos ay “Tanggapin”. Walang natatapos dahil lang lumipas ang petsa: ang makinang hindi pa bumabalik ay ipinapakitang lampas na sa takda, at hindi mailalabas para sa susunod hangga’t wala rito.',
    ruleTitle: 'Bakit tinanggihan?',
    rule: 'Mga beripikadong kasaping hindi suspendido lang ang makakapag-book. Kung gaano kaaga, katagal at kalayo ay nakatakda sa Mga Setting, at sa bawat uri ng makina sa Mga Makina. Mababasa sa Kasaysayan ang bawat tinanggihang subok.',
    awayTitle: 'Kapag nawalan ng network o kuryente',
    away: 'Hindi kailangan ng Araro ng network. Nasa disk na ang nai-save at mananatili roon. Kapag nagsara ang window, babalik ang form na hindi pa tapos. May bar sa itaas kapag hindi sumasagot ang Araro, at nawawala ito kapag bumalik na.',
    copiesTitle: 'Mga kopya',
    copies:
      'Tuwing isinasara ang Araro, nagtatabi ito ng nasuring kopya ng file ng mga talaan sa folder na “copies” sa tabi ng file na iyon; ang huling pito ang itinatago. Kopyahin paminsan-minsan ang folder na iyon sa USB.',
    keysTitle: 'Mga key',
    keys: 'Nananatili ang isinulat mo sa isinarang form hanggang sa buksan mo ulit. Pindutin ang ? kahit saan para sa listahang ito.',
  },
})
