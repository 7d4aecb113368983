/** What the service refuses to a person, by its English sentence; # stands for each number in it. */
export const refusals: Readonly<Record<string, string>> = {
  // Signing in and the account.
  'Please sign in. Your session may have ended.': 'साइन इन करें। शायद आपका सेशन खत्म हो गया।',
  'This e-mail address and password do not belong together.': 'यह ईमेल पता और पासवर्ड मेल नहीं खाते।',
  'This passkey opens no account here. Sign in with your password.':
    'इस पासकी से यहाँ कोई खाता नहीं खुलता। पासवर्ड से साइन इन करें।',
  'Now show your second factor: the code of your app, a recovery code or a passkey.':
    'अब दूसरा कदम: ऐप का कोड, रिकवरी कोड या पासकी।',
  'This code or passkey is wrong or was used. Wait for the next code, then try again.':
    'यह कोड या पासकी गलत है, या इस्तेमाल हो चुकी है। अगले कोड का इंतज़ार करें, फिर कोशिश करें।',
  'Many people are signing in just now. Try again in a moment.':
    'अभी बहुत-से लोग साइन इन कर रहे हैं। थोड़ी देर में फिर से कोशिश करें।',
  'Too many attempts. Wait a moment, then try again.':
    'बहुत बार कोशिश हो चुकी है। थोड़ा रुककर फिर से कोशिश करें।',
  'There is an account with this e-mail address already. Sign in instead.':
    'इस ईमेल पते का खाता पहले से है। साइन इन करें।',
  'Another account uses this e-mail address, so yours cannot have it. Sign in to that one, or choose another address.':
    'यह ईमेल पता किसी दूसरे खाते में है, इसलिए आपके खाते में नहीं लग सकता। उस खाते में साइन इन करें, या दूसरा पता चुनें।',
  'This password is among the first that anyone would guess. Please take another.':
    'यह पासवर्ड कोई भी सबसे पहले सोच लेगा। दूसरा चुनें।',
  'This password is made of your own name or address, or of ours. Please take other words.':
    'यह पासवर्ड आपके नाम या पते से, या हमारे नाम से बना है। दूसरे शब्द चुनें।',
  'This is not your password.': 'यह आपका पासवर्ड नहीं है।',
  'This link has been used or has ended. Ask for a new one.':
    'यह लिंक इस्तेमाल हो चुका है या खत्म हो गया है। नया माँगें।',
  'This code is wrong or has ended. After five tries, ask for a new one.':
    'यह कोड गलत है या खत्म हो गया है। पाँच कोशिशों के बाद नया माँगें।',
  'This code is wrong or was used. Wait for the next one and type that.':
    'यह कोड गलत है या इस्तेमाल हो चुका है। अगला कोड आने पर वह लिखें।',
  'Please confirm that it is you, then try again.': 'पक्का करें कि आप ही हैं, फिर से कोशिश करें।',
  'An authenticator app is on already. Turn it off first to set up another.':
    'ऑथेंटिकेटर ऐप पहले से चालू है। दूसरा लगाने के लिए पहले इसे बंद करें।',
  'No second factor is set up yet. Set one up first.': 'दूसरा कदम अभी लगाया नहीं है। पहले उसे लगाएँ।',
  'This passkey could not be registered. Start again, and answer within # minutes.':
    'यह पासकी नहीं जुड़ सकी। फिर से शुरू करें, और # मिनट के अंदर जवाब दें।',
  'This passkey is registered already.': 'यह पासकी पहले से जुड़ी है।',
  'You have # passkeys, which is the most. Remove one first.':
    'आपकी # पासकी हैं, इससे ज़्यादा नहीं हो सकतीं। पहले एक हटाएँ।',
  'What is kept of this account cannot be opened: its key was deleted, or the row was changed. Nobody can read it again.':
    'इस खाते का जो रखा है, वह खोला नहीं जा सकता: उसकी चाबी मिटा दी गई, या वह बदल गया। अब उसे कोई नहीं पढ़ सकता।',
  'The sample cannot be opened just now. Please try again in a minute.':
    'सैंपल अभी नहीं खुल सकता। एक मिनट बाद फिर से कोशिश करें।',
  // Who may do what.
  'Your role in this workspace does not include this. Ask its owner.':
    'इस वर्कस्पेस में आपकी भूमिका में यह नहीं है। मालिक से कहें।',
  'This token is not for that. Make one with the scope that is needed.':
    'यह टोकन इसके लिए नहीं है। ज़रूरी काम पर निशान लगाकर नया टोकन बनाएँ।',
  'There is nothing here, or it is not yours.': 'यहाँ कुछ नहीं है, या यह आपका नहीं है।',
  'You already belong to this workspace.': 'आप इस वर्कस्पेस में पहले से हैं।',
  'This invitation is for another email address. Sign in with that one.':
    'यह निमंत्रण दूसरे ईमेल पते के लिए है। उस पते से साइन इन करें।',
  'This invitation has been used, withdrawn, or has ended. Ask for a new one.':
    'यह निमंत्रण इस्तेमाल हो चुका है, वापस ले लिया गया है, या खत्म हो गया है। नया माँगें।',
  'There are # open invitations. Withdraw one, then try again.':
    '# निमंत्रण खुले हैं। एक वापस लें, फिर से कोशिश करें।',
  'A workspace keeps an owner. Make somebody else one first.':
    'वर्कस्पेस में एक मालिक रहना चाहिए। पहले किसी और को मालिक बनाएँ।',
  'You have # tokens. Remove one that is no longer needed, then try again.':
    'आपके # टोकन हैं। जो काम का न हो उसे हटाएँ, फिर से कोशिश करें।',
  'Nobody has answered yet. Ask again in a few seconds.':
    'अभी किसी ने जवाब नहीं दिया। कुछ सेकंड बाद फिर से पूछें।',
  'The request was refused on the page.': 'पेज पर मना कर दिया गया।',
  'This code is over. Begin again.': 'यह कोड खत्म हो गया। फिर से शुरू करें।',
  // Stores, decisions and periods.
  'You already have a store with this supplier id.': 'इस सप्लायर आईडी का स्टोर आपके पास पहले से है।',
  'This store’s reports are filed under its supplier id, so it cannot change.':
    'इस स्टोर की रिपोर्टें इसकी सप्लायर आईडी से रखी हैं, इसलिए वह बदल नहीं सकती।',
  'A workspace has at most # stores.': 'एक वर्कस्पेस में ज़्यादा से ज़्यादा # स्टोर हो सकते हैं।',
  'You have several stores. Say which of them this is for.':
    'आपके कई स्टोर हैं। बताएँ कि यह किस स्टोर के लिए है।',
  'This file does not say which supplier it is from, and you have several stores. Choose the store and send the file again.':
    'इस फ़ाइल में नहीं लिखा कि यह किस सप्लायर की है, और आपके कई स्टोर हैं। स्टोर चुनें और फ़ाइल फिर से भेजें।',
  'This file is from supplier #, but another of your stores has supplier #. Nothing of it was counted. Choose the right store, or none, and send the file again.':
    'यह फ़ाइल सप्लायर # की है, पर आपके दूसरे स्टोर का सप्लायर # है। इसका कुछ भी नहीं गिना गया। सही स्टोर चुनें, या कोई न चुनें, और फ़ाइल फिर से भेजें।',
  'This file is from supplier #, but the store belongs to supplier #. Nothing of it was counted. Choose the right store, or none, and send the file again.':
    'यह फ़ाइल सप्लायर # की है, पर स्टोर सप्लायर # का है। इसका कुछ भी नहीं गिना गया। सही स्टोर चुनें, या कोई न चुनें, और फ़ाइल फिर से भेजें।',
  'Say the number of the ticket that you raised.': 'आपने जो टिकट डाला, उसका नंबर लिखें।',
  'Say in a few words why this is no problem, so that you know it later.':
    'दो-चार शब्दों में लिखें कि यह गड़बड़ क्यों नहीं है, ताकि बाद में याद रहे।',
  'Say what becomes of it: choose a state.': 'बताएँ कि इसका क्या करना है: स्थिति चुनें।',
  'A period begins before it ends, and is not longer than five years.':
    'पहला दिन आखिरी दिन के बाद का न हो, और समय पाँच साल से ज़्यादा न हो।',
  'A period begins before it ends.': 'पहला दिन आखिरी दिन के बाद का नहीं हो सकता।',
  'Days to compare with have a first and a last: againstFrom and againstTo.':
    'जिन दिनों से तुलना करनी है, उनका पहला और आखिरी दिन दोनों चुनें।',
  'This would be more than # groups. Ask for a shorter period.':
    'ये # से ज़्यादा हिस्से हो जाएँगे। कम दिन चुनें।',
  'These are more than # SKUs. Ask for a shorter period.': 'ये # से ज़्यादा SKU हैं। कम दिन चुनें।',
  'These are too many lines to sort by an amount. Sort by the payment day, or choose fewer days.':
    'इतनी लाइनें रकम के हिसाब से नहीं लगाई जा सकतीं। पेमेंट की तारीख से लगाएँ, या कम दिन चुनें।',
  'An earlier knowledge is judged anew for each answer, and more than # sub-orders are too many for one. Ask without knownOn, or for one store.':
    'बीते दिन का हिसाब हर बार नए सिरे से होता है, और # से ज़्यादा सब-ऑर्डर एक बार में नहीं हो सकते। आज का हिसाब देखें, या एक ही स्टोर चुनें।',
  'An earlier knowledge is added up anew for each answer, and more than # settlement lines are too many for one. Ask without knownOn, for one store, or by payment date for fewer days.':
    'बीते दिन का हिसाब हर बार नए सिरे से जुड़ता है, और # से ज़्यादा सेटलमेंट लाइनें एक बार में नहीं हो सकतीं। आज का हिसाब देखें, एक ही स्टोर चुनें, या पेमेंट की तारीख से कम दिन चुनें।',
  'This list cannot go on from there. Start it again.': 'यह लिस्ट वहाँ से आगे नहीं बढ़ सकती। शुरू से खोलें।',
  'This month has more combinations of state, HSN and rate than a summary holds. Choose one store.':
    'इस महीने में राज्य, HSN और दर के मेल एक सारांश से ज़्यादा हैं। एक ही स्टोर चुनें।',
  'The numbers of these documents follow no series, so no table of them can be made.':
    'इन दस्तावेज़ों के नंबर किसी क्रम में नहीं हैं, इसलिए इनकी टेबल नहीं बन सकती।',
  'The GST reports of this month name another GSTIN than the one asked for.':
    'इस महीने की GST रिपोर्ट में दूसरा GSTIN लिखा है।',
  'The GST reports of this month do not name your GSTIN, so nobody can tell supplies within your state from those to others.':
    'इस महीने की GST रिपोर्ट में आपका GSTIN नहीं लिखा है, इसलिए आपके राज्य के अंदर और बाहर की सप्लाई अलग नहीं की जा सकती।',
  'What stands as GSTIN in the reports of this month is none, so nobody can tell which state you supply from.':
    'इस महीने की रिपोर्ट में GSTIN की जगह जो लिखा है, वह GSTIN नहीं है, इसलिए पता नहीं चलता कि आप किस राज्य से भेजते हैं।',
  'The GST reports of this month are of # registrations, and each files its own return. Choose one GSTIN.':
    'इस महीने की GST रिपोर्टें # रजिस्ट्रेशन की हैं, और हर एक अपना टैक्स रिटर्न भरता है। एक GSTIN चुनें।',
  // What is typed into a form.
  'Some fields are missing or not as expected.': 'कुछ खाने खाली हैं या सही नहीं भरे हैं।',
  'This is missing.': 'यह नहीं भरा है।',
  'This is not as expected.': 'यह सही नहीं है।',
  'This is too little: at least #.': 'यह बहुत कम है: कम से कम #।',
  'This is too much: at most #.': 'यह बहुत ज़्यादा है: ज़्यादा से ज़्यादा #।',
  'Please fill this in.': 'यह भरें।',
  'At most # characters.': 'ज़्यादा से ज़्यादा # अक्षर।',
  'Only letters, digits, signs and spaces.': 'सिर्फ़ अक्षर, अंक, चिह्न और खाली जगह।',
  'The code has eight digits.': 'कोड में आठ अंक होते हैं।',
  'The code has six digits.': 'कोड में छह अंक होते हैं।',
  'This is no code.': 'यह कोड नहीं है।',
  'Choose at least one.': 'कम से कम एक चुनें।',
  'Only people of # years or more can have an account.':
    'खाता सिर्फ़ # साल या उससे ज़्यादा उम्र के लोग बना सकते हैं।',
  'A cost is # or more.': 'लागत # या उससे ज़्यादा होती है।',
  'A cost is at most a crore.': 'लागत ज़्यादा से ज़्यादा एक करोड़ होती है।',
  'The last month is not before the first.': 'आखिरी महीना पहले महीने से पहले का नहीं हो सकता।',
  'An owner is invited by email, not by a link.': 'मालिक को ईमेल से बुलाया जाता है, लिंक से नहीं।',
  'A link that anybody may use gives a place for some days.':
    'जो लिंक कोई भी इस्तेमाल कर सके, वह कुछ दिनों की ही जगह देता है।',
  // The service itself.
  'Something went wrong on our side. Nothing was lost.': 'हमारी तरफ़ कुछ गड़बड़ हुई। कुछ खोया नहीं है।',
  'The request could not be read. Its body is perhaps not the JSON it says it is.':
    'यह अनुरोध पढ़ा नहीं जा सका।',
  'The same request is still being worked on.': 'यही काम अभी चल रहा है।',
  'This request came from another site.': 'यह किसी दूसरी साइट से आया है।',
}
