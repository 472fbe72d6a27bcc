/**
 * A question and an answer to it, written for this project. The answers stand for "an answer to some other question":
 * what a prompt has in common with them, it has in common with any answer (see `reference-baseline.ts`).
 */
export interface ReferenceAnswer {
  readonly family: string;
  readonly prompt: string;
  readonly answer: string;
}

export const REFERENCE_ANSWERS: readonly ReferenceAnswer[] = [
  {
    family: "upset_customer",
    prompt: "Tell me about a time you dealt with an upset customer.",
    answer:
      "At my last job in a phone shop a lady came in furious because her new handset had stopped working after two days and the hotline had kept her waiting. I listened until she was done, apologised for the trouble, and checked the warranty. I swapped the device on the spot and called her the next week. She thanked me and bought a case.",
  },
  {
    family: "late_delivery",
    prompt: "A customer calls because their parcel is three days late. What would you do?",
    answer:
      "First I would say sorry for the delay and ask for the order number so that I can look up the shipment. Then I'd tell the caller where the package is and when the courier expects to deliver it. If it is lost I would offer to send a replacement or refund the postage, and I would follow up by email.",
  },
  {
    family: "product_knowledge",
    prompt: "How do you learn about a new product before you sell it?",
    answer:
      "I read the manual and the data sheet, then I try the thing at home for an evening because buyers ask about everyday use. I compare prices with rival brands and write down three features that matter. I also ask colleagues on the sales floor what shoppers complained about with the older model.",
  },
  {
    family: "teamwork",
    prompt: "Describe a conflict with a colleague and how you solved it.",
    answer:
      "A coworker and I argued over the shift plan since both of us wanted Fridays off. It got tense, so I invited him for coffee and we talked about why it mattered. We agreed to alternate and told our supervisor. After that disagreement we worked together much better and the rest of the team noticed.",
  },
  {
    family: "leadership",
    prompt: "Tell me about a time you led a team.",
    answer:
      "During the holiday season I was put in charge of six temporary workers at the returns desk. I trained them, gave each a clear task, and held a short meeting every morning. When one struggled I sat beside her. As their lead I learned to delegate, and our group cleared the backlog a week early.",
  },
  {
    family: "pressure",
    prompt: "How do you stay calm under pressure when the queue is long?",
    answer:
      "When the line reaches the door I slow my breathing and work on one person at a time. I tell people waiting how long it will take, which makes the stress smaller for everyone. I ask a teammate to open a second till if it is busy. Rushing only leads to mistakes that cost more minutes later.",
  },
  {
    family: "strength",
    prompt: "What is your greatest strength?",
    answer:
      "I would say patience is my strongest quality. I am good at listening and I stay friendly even with difficult people. My former boss often told me that this skill is rare. For example I spent half an hour explaining a bill to an elderly man, and he understood it afterwards.",
  },
  {
    family: "weakness",
    prompt: "What is one of your weaknesses and how do you work on it?",
    answer:
      "I tend to be a perfectionist, and that flaw makes me slow when I write reports. I have been trying to improve by setting a timer and asking for feedback early. I also struggle with saying no, so I practise it. It has become better, although it remains something I need to watch.",
  },
  {
    family: "motivation",
    prompt: "Why do you want to work in customer support?",
    answer:
      "I enjoy helping people with their problems, and support lets me do that every day. I worked in a call centre during college and loved the moment when a client's voice changed from angry to relieved. I would like to build a career in service and perhaps train new agents later.",
  },
  {
    family: "refund",
    prompt: "A customer wants a refund without a receipt. How do you respond?",
    answer:
      "I would stay polite and explain that our policy asks for proof of purchase, but that there may be another way. I'd check the card statement or look up the payment in the till. If nothing shows I would offer an exchange or store credit instead of money back, and let the manager decide.",
  },
  {
    family: "technical_help",
    prompt: "How would you explain a router problem to someone who knows nothing about computers?",
    answer:
      "I would avoid jargon and compare it with something familiar: the box is like a post office for the internet at your home. I'd ask which lights are on, then guide them step by step to unplug the cable, wait, and plug it in. I would check that the wifi connects before hanging up.",
  },
  {
    family: "debt",
    prompt: "How do you talk to a person who cannot pay an overdue bill?",
    answer:
      "I begin with respect since money trouble is painful. I ask what happened and what they could afford each month, then we set up a payment plan that covers the debt in small instalments. I explain the fees honestly and confirm the agreement in writing, so nobody is surprised by the next invoice.",
  },
  {
    family: "holiday",
    prompt: "Tell me about your favourite holiday.",
    answer:
      "Two summers ago we flew to Portugal and rented a little house near the beach. We swam in the sea every morning and walked along the cliffs at sunset. The food was wonderful, mostly grilled fish, and we took a tram up the hills in Lisbon. I would travel there again tomorrow.",
  },
  {
    family: "cooking",
    prompt: "How do you cook your favourite dish?",
    answer:
      "Chop two onions and some garlic and fry them in olive oil until they are soft. Add tomatoes, salt, pepper and a bit of sugar, then let the sauce simmer for half an hour. Boil the pasta, mix everything, and put parmesan and basil leaves on top before you serve it hot.",
  },
  {
    family: "hobby",
    prompt: "What do you do in your free time?",
    answer:
      "On weekends I mostly play football with friends in the park, and when it rains I paint or watch old movies. I started to learn the guitar last winter. My sister says the music is terrible but I find it relaxing, and reading crime novels before sleep is another hobby of mine.",
  },
  {
    family: "new_software",
    prompt: "Describe how you learned to use a new software tool at work.",
    answer:
      "Our office moved to another ticket system in spring. I watched the training videos, then clicked through a test account until I knew every screen. I wrote a one page guide with shortcuts for the program and helped two coworkers install it. Within a week we were using the application without errors.",
  },
  {
    family: "mistake",
    prompt: "Tell me about a mistake you made at work and what you learned.",
    answer:
      "I once sent an invoice to the wrong company because I had not checked the address. I noticed the error the same afternoon, told my supervisor, and called both firms to apologise. I learned to double check every document before sending, and I made a short list that the whole department uses now.",
  },
  {
    family: "sales_target",
    prompt: "How did you reach a difficult sales target?",
    answer:
      "In my second quarter the goal was forty contracts and I had sold only nine by half time. I went through old leads, phoned buyers who had said maybe, and offered a bundle with a discount. I tracked every deal on a sheet. By the last week of the quarter I had closed forty three sales.",
  },
  {
    family: "safety",
    prompt: "What would you do if you saw a safety hazard in the warehouse?",
    answer:
      "I would stop the work around it straight away and warn everybody near, say if a shelf was loose or oil was on the floor. Then I'd block the area with cones, report the danger to the supervisor, and write down what I saw. Preventing an accident matters more than loading trucks on schedule.",
  },
  {
    family: "change",
    prompt: "If you could change one thing about yourself, what would it be?",
    answer:
      "I would like to become more spontaneous. I plan my days down to the hour, and sometimes I miss nice moments because of it. My personality is careful, which helps at work, but I wish I were braver with new people. I am trying to accept invitations even if my calendar says otherwise.",
  },
];
