"""The words of the spoken answers, by the place they can take in a sentence."""

from __future__ import annotations


def _list(text: str) -> tuple[str, ...]:
    """Entries are separated by commas."""
    return tuple(" ".join(entry.split()) for entry in text.split(","))


PEOPLE = _list(
    """
    my manager, our manager, the customer, a customer, two engineers, the head chef, a senior
    nurse, the head nurse, a new nurse, a student, one parent, the principal, a colleague, my
    colleague, the product owner, the designer, a designer, the support team, the sales team,
    the finance team, the legal team, the data team, another team, the whole team, a small
    team, the owner, a supplier, the client, our biggest client, a junior developer, a senior
    engineer, the director, my mentor, the other teachers, the cooks, the waiters, a doctor,
    the doctors, the patients, the families, the night shift, the day shift, an analyst, the
    project lead, my boss, the new hire, a friend, the vendor, our partner, the volunteers, the
    driver, the security team, the other managers
    """
)
THINGS = _list(
    """
    the project, the service, the release, the report, the plan, the budget, the schedule, the
    test, the menu, the kitchen, the ward, the lesson, the class, the course, the website, the
    database, the dashboard, the system, the process, the checklist, the meeting, the email,
    the contract, the invoice, the order, the delivery, the warehouse, the stock, the design,
    the code, the bug, the error, the alert, the queue, the cache, the server, the network, the
    backup, the deadline, the feature, the app, the form, the training, the handover, the
    medication chart, the roster, the exam, the homework, the recipe, the supplier list, the
    fridge, the oven, the store, the shop, the account, the payment, the migration, the launch,
    the prototype, the interface, the document, the spreadsheet, the model, the pipeline, the
    review, the feedback, the survey, the roadmap, the incident, the outage, the root cause,
    the ticket, the backlog, the sprint, the demo, the presentation, the proposal, the policy,
    the rule, the search page, the checkout page, the mobile app, the login page, the old
    system, the new system, the main problem, the risk
    """
)
PLAIN_THINGS = _list(
    """
    costs, errors, delays, waiting times, complaints, sales, traffic, attendance, grades,
    waste, infections, falls, response times, support calls, food costs, late orders, open
    tickets, revenue, the failure rate, the error rate, the load time, overtime, returns, sick
    days, test scores, customer satisfaction, the backlog, the budget, staff turnover,
    downtime, memory use, latency
    """
)
PLACES = _list(
    """
    in the office, in the kitchen, on the ward, at the hospital, at the school, in the
    classroom, in the warehouse, at the restaurant, in my last job, in my first job, at my
    previous company, at a small company, at a large bank, on the night shift, in the first
    week, during the summer, over the weekend, before the holidays, on a Friday afternoon, on
    Monday morning, last year, two years ago, in January, in March, in October, in December, at
    the end of the quarter, at a startup, in the city, at the store, on my team, in our
    department, across three countries, in the emergency room, at the front desk, in
    production, on the main site, in the morning
    """
)
TIMES = _list(
    """
    in the end, after that, at that point, in the beginning, at first, the next day, that
    evening, every morning, every day, every week, by the end of the month, within a week,
    later that year, right away, as a result, because of that, over time, before lunch, after
    the meeting, since then, for the first time, during the review, at the same time, in total,
    on average
    """
)
ADJECTIVES = _list(
    """
    slow, fast, simple, difficult, expensive, cheap, broken, late, early, clear, unclear,
    important, urgent, stressful, quiet, busy, safe, risky, reliable, wrong, new, old, small,
    large, useful, honest, happy, angry, upset, worried, surprised, tired, ready, nervous,
    proud, calm, careful, confident, stable, manual, automatic, complete, empty, full, short,
    long, easy, hard, good, bad, better, worse, cleaner, faster, cheaper, stronger, smaller,
    different, normal, strange, perfect
    """
)
ADVERBS = _list(
    """
    quickly, slowly, carefully, really, finally, almost, already, always, often, never,
    usually, quietly, directly, together, together, alone, early, late, again, immediately,
    gradually, twice
    """
)
# Past tense with an object, so that "I", "we" and "they" all fit.
DID_THING = _list(
    """
    rebuilt, fixed, reviewed, tested, wrote, rewrote, changed, designed, planned, checked,
    moved, replaced, removed, simplified, cleaned up, set up, shut down, opened, closed,
    finished, started, shipped, delivered, launched, led, ran, owned, measured, tracked,
    automated, documented, presented, prepared, organized, updated, improved, broke, restored,
    monitored, debugged, split, combined, paused, cancelled, approved, rejected, printed,
    copied, saved, found, lost, bought, sold, built, drew, explained, discussed, shared, sent,
    read, followed, questioned, estimated
    """
)
DID_PERSON = _list(
    """
    called, asked, told, helped, met, trained, coached, convinced, thanked, listened to, worked
    with, talked to, sat down with, wrote to, supported, hired, interviewed, invited, paired
    with, trusted, disagreed with, apologized to, reported to, checked in with, learned from,
    warned, reassured, visited, heard from, spoke with, pushed back on, agreed with, argued
    with, waited for
    """
)
TO_DO = _list(
    """
    fix the problem, finish on time, find the root cause, cut the cost, keep the customer,
    train the team, write a plan, make a list, ask for help, try again, stop the line, start
    over, save some time, reduce the risk, explain the decision, test the idea, talk about it,
    take a step back, check every order, call the family, help the patient, teach the class,
    cook for everyone, serve the guests, meet the deadline, protect the data, measure the
    effect, keep people safe, build trust, change my mind, learn the system, share the results,
    go home, raise the question, split the work, hire two people, roll it back, turn it off,
    turn it on, move the date, ship the first version, leave early, stay late, pay the bill,
    lower the price, answer the phone, write it down, read the logs, clean the kitchen, prepare
    the room
    """
)
FEELINGS = _list(
    """
    I was nervous, I felt responsible, I was proud of the team, people were tired, nobody
    agreed, everyone was happy, the room was quiet, the customer was angry, it was stressful,
    it was my mistake, that was a surprise, I was worried, we were under pressure, it felt
    good, it wasn't easy, it was a hard choice, I didn't know the answer, we had no time, it
    hurt a little, trust was low, morale was high, I was new, they were upset, it made sense, I
    had no idea
    """
)
GOALS = _list(
    """
    My job was to, My task was to, I was asked to, I was responsible for it and had to, I had
    to, I needed to, Our goal was to, The goal was to, We had to, My manager wanted me to, I
    promised to, The plan was to, It was up to me to, I wanted to, They expected us to, We
    agreed to, I decided to, I offered to, We tried to, I managed to, She told me to, He asked
    me to, I volunteered to
    """
)
ROLES = _list(
    """
    a nurse, a cook, a teacher, a software engineer, a project manager, a designer, an analyst,
    a team lead, a shift lead, a waiter, a driver, a sales manager, a support agent, a data
    scientist, a product manager, an accountant, a student, a volunteer, a head chef, a tester,
    a mechanic
    """
)
QUALITIES = _list(
    """
    ownership, trust, patience, safety, quality, speed, focus, honesty, communication,
    planning, teamwork, leadership, experience, practice, curiosity, respect, courage, detail,
    balance, feedback
    """
)
UNITS = _list(
    """
    people, customers, orders, days, weeks, months, hours, minutes, seconds, students,
    patients, users, requests, dollars, tickets, meals, tests, pages, servers, teams, calls,
    emails, records, items, stores, beds, lessons, engineers, nurses, servings, meetings,
    messages, bugs, errors
    """
)
SYSTEM_PARTS = _list(
    """
    a load balancer, a cache, a message queue, a database, a read replica, a worker, an index,
    a rate limiter, an API, a gateway, a search service, a storage layer, a log, a web server,
    a background job, a single table, a key value store, a monitor, a retry, a timeout, a
    backup, a second region, a hash, a stream, a schema, a cluster, a node, a session, a token,
    a file
    """
)
REASONS = _list(
    """
    because it was faster, because we had no budget, because the data was wrong, so I called
    them, so we stopped, so I asked again, but nobody noticed, but it worked, but it took too
    long, and it helped a lot, and that was enough, and nothing broke, and people liked it,
    which saved a lot of time, which was a relief, which made it worse, if something went
    wrong, when the system failed, while I was away, until it was done, before anyone asked,
    after the first call, even though it was late, although it was risky, as soon as I could,
    instead of waiting, without asking anyone, with no extra money, for the next release
    """
)
FILLED_PAUSES = ("um", "uh", "er", "erm", "hmm")
MARKERS = ("like", "you know", "I mean", "so", "well", "actually", "basically", "kind of", "right")
SMALL_NUMBERS = _list("one, two, three, four, five, six, seven, eight, nine")

# Words that the sentences above leave out but that spoken answers and random phrases need.
EXTRA = _list(
    """
    yes, no, maybe, please, thank, thanks, hello, today, tomorrow, yesterday, tonight,
    sometimes, everything, something, nothing, anything, someone, somebody, nobody, everybody,
    both, either, neither, each, many, much, most, least, less, more, few, several, half,
    double, quarter, third, first, second, last, next, above, below, under, through, around,
    between, against, toward, among, I'm, I've, I'd, I'll, we're, we've, we'd, we'll, they're,
    they've, it's, that's, there's, here's, don't, doesn't, didn't, isn't, wasn't, weren't,
    couldn't, wouldn't, shouldn't, can't, won't, haven't, hasn't, hadn't, aren't, you're,
    you've, you'd, he's, she's, let's, what's, who's, should, could, would, might, must, shall,
    may, can, will, does, do, done, been, being, be, am, are, has, have, having, going, doing,
    making, taking, getting, saying, looking, working, trying, asking, telling, giving,
    keeping, leaving, building, cutting, growing, losing, winning, reading, writing, running,
    walking, talking, thinking, knowing, seeing, coming, using, finding, putting, think, know,
    see, come, look, use, want, give, tell, work, seem, feel, become, put, mean, let, begin,
    show, hear, play, move, live, believe, hold, bring, happen, provide, sit, stand, lose,
    include, continue, learn, lead, understand, watch, follow, create, speak, spend, grow,
    open, win, remember, love, consider, appear, buy, wait, send, expect, build, reach, kill,
    remain, suggest, pass, sell, require, report, decide, pull, push, drive, carry, break,
    receive, agree, support, hit, produce, eat, cover, catch, choose, cause, point, listen,
    realize, place, close, involve, time, year, way, thing, man, woman, world, life, hand,
    part, child, children, eye, place, week, case, company, group, number, fact, water, money,
    month, lot, right, study, book, word, business, issue, side, kind, four, head, house,
    father, mother, hour, game, line, end, member, law, car, name, team, minute, idea, body,
    information, back, parent, face, others, level, door, health, person, art, war, history,
    party, result, morning, reason, research, girl, guy, moment, air, teacher, force,
    education, foot, boy, age, music, market, food, paper, table, chair, window, blue, red,
    green, black, white, left, high, low, real, whole, free, true, strong, possible, sure,
    certain, public, able, human, local, social, major, ten, hundred, thousand, million,
    percent, question, answer, interview, story, example, situation, task, action, team, goal,
    challenge, strength, weakness, conflict, failure, success, mistake, lesson, decision,
    choice, trade, off, skill, career, role, reason, value, culture, growth, figure, metric,
    percent, point, average, scale, traffic, throughput, capacity, storage, request, response,
    client, user, replica, shard, partition, consistency, availability, bottleneck, assumption,
    requirement, deploy, rollback, version, branch, commit, merge, container, cloud, region,
    monitoring, logging, security, privacy, encryption, password, permission, browser, phone,
    laptop, screen, keyboard, battery, signal, her, his, him, hers, us, our, your, its, mine,
    ours, theirs, them, who, whom, whose, which, what, also, all, only, just, still, even, yet,
    else, than, then, there, here, where, why, how, while, any, some, such, same, own, other,
    another, every, very, quite, too, enough, rather, perhaps, during, despite, within,
    without, until, since, upon, across, behind, beside, beyond, inside, outside, near, off,
    over, per, plus, onto, toward, ago, away, back, forward, once, soon, ever, anyway, however,
    therefore, otherwise, meanwhile, especially, probably, certainly, exactly, clearly, simply,
    mostly, mainly, nearly, roughly, hardly, early, especially, completely, fully, serious,
    paying, copy, stayed, showed, numbers, wards, questions, nights, complained, complain,
    loud, voice, bread, delay, big, hot, cold, warm, station, little, great, best, worst,
    higher, lower, bigger, happier, recent, final, main, common, similar, single, entire,
    extra, current, future, past, daily, weekly, monthly, personal, technical, medical,
    financial, digital, basic, wanted, needed, tried, worked, talked, walked, looked, seemed,
    liked, loved, hated, hoped, believed, realized, remembered, forgot, understood, expected,
    noticed, learned, taught, felt, thought, knew, saw, heard, said, told, gave, took, made,
    got, went, came, kept, left, held, brought, spent, stood, sat, fell, grew, became, began,
    put, cut, hit, cost, paid, spoke, chose, reduced, increased, dropped, doubled, happened,
    changed, stopped, used, turned, pulled, pushed, added, answered, joined, solved, handled,
    managed, served, cooked, nursed, treated, cared, counted, ordered, stored, cached, loaded,
    logged, crashed, failed, passed, scaled, deployed, merged, tested, missed, waited, stays,
    works, needs, wants, takes, makes, goes, comes, gets, says, means, helps, fails, runs,
    writes, reads, sends, costs, grows, starts, stops, ends, keeps, I'm sorry, of course, for
    example, for instance, by the way, no problem, on time, in fact, hospital, clinic, nurse,
    wound, pain, blood, dose, allergy, bed, visit, chart, alarm, discharge, soup, salad, sauce,
    bread, meat, fish, cheese, knife, dish, plate, guest, bill, tip, dessert, pupil, grade,
    essay, math, science, English, spelling, board, desk, bus, trip, bully, reading, budget,
    profit, loss, price, tax, bank, loan, salary, bonus, share, target, forecast, revenue,
    hiring, firing, promotion, manager, employee, intern, assistant, director, executive,
    customer, rain, snow, fire, truck, road, bridge, factory, machine, engine, tool, pipe,
    wire, paint, wood, black box, white board, red flag, green light, deep dive, big picture,
    long term, short term, one by one, step by step, hand in hand, day by day, up and down,
    back and forth, here and there, honestly, hopefully, obviously, apparently, definitely,
    absolutely, seriously, eventually
    """
)
