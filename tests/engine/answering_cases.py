"""
Notes with the right answer to a question each: call notes, profiles, pages, mails, CRM fields.

Each case is a question, the notes, and the answer that a careful reader would give; where the
notes do not say it, that is Unknown.
"""

from __future__ import annotations

Case = tuple[str, str, str]

KINDS: list[Case] = [
    (
        "Does it have more than 500 employees?",
        "Company: Harlow Foods\nIndustry: Food production\nEmployees: 340\nRevenue: $80m",
        "No",
    ),
    (
        "Does it have more than 200 employees?",
        "Account: Brightwater Logistics\nHeadcount: 1,240\nHQ: Rotterdam",
        "Yes",
    ),
    (
        "Does it have at least 500 employees?",
        "We're about 500 people these days, give or take.",
        "Unknown",
    ),
    ("Does it have at least 50 employees?", "Team size 51-200, founded 2014, Leeds.", "Yes"),
    (
        "Does it have more than 100 employees?",
        "Size: 51-200 employees. Software development. Berlin.",
        "Unknown",
    ),
    ("Is its annual revenue above $500 million?", "FY24 revenue came in at $1.2bn, up 6 %.", "Yes"),
    (
        "Is its annual revenue above $50 million?",
        "ARR is 8m dollars and growing 40 % a year.",
        "No",
    ),
    (
        "Does it have between 50 and 500 employees?",
        "- 2,200 FTE\n- 14 offices\n- listed in Oslo",
        "No",
    ),
    (
        "Do they process more than 10,000 invoices a month?",
        "AP handles roughly 3,000 invoices a month, all in one shared mailbox.",
        "No",
    ),
    (
        "Do they have a CRM?",
        "No CRM yet - everything lives in a spreadsheet that Jonas keeps.",
        "No",
    ),
    ("Do they use a CRM?", "HubSpot since 2021, about 60 seats.", "Yes"),
    (
        "Do they use SAP?",
        "Their main customer runs SAP, which is why the file formats are what they are.",
        "Unknown",
    ),
    (
        "Do they have a security team?",
        "Nobody here looks after security full time. It falls to whoever is on call.",
        "No",
    ),
    (
        "Do they have documented processes?",
        "There is hardly any documentation of how jobs are run.",
        "No",
    ),
    (
        "Is onboarding new staff slow?",
        "New starters take four months before they're useful, far too long.",
        "Yes",
    ),
    ("Do they ship internationally?", "We don't ship outside the UK and have no plans to.", "No"),
    (
        "Do they sell to enterprise customers?",
        "It isn't that they don't sell to enterprises - roughly half the book is Fortune 500.",
        "Yes",
    ),
    (
        "Do they sell to consumers?",
        "We sell everything but consumer products; our customers are all hospitals.",
        "No",
    ),
    (
        "Are they hiring engineers?",
        "Careers page lists 14 open roles, nine of them in engineering.",
        "Yes",
    ),
    (
        "Are they hiring salespeople?",
        "They might add a couple of reps next year if the round closes.",
        "Unknown",
    ),
    (
        "Do they have a dedicated RevOps function?",
        "RevOps: none. The CFO does the dashboards on Sundays.",
        "No",
    ),
    (
        "Do they have a dedicated RevOps function?",
        "Priya joined as head of RevOps in May and has two analysts.",
        "Yes",
    ),
    (
        "Is budget approved for this year?",
        "Me: is budget approved for this year?\nDana: let me get back to you on that.",
        "Unknown",
    ),
    (
        "Is budget approved for this year?",
        "Budget isn't approved. CFO wants a business case first.",
        "No",
    ),
    (
        "Do they have a formal procurement process?",
        (
            "Anything over £10k goes through procurement with three quotes and a security "
            "questionnaire."
        ),
        "Yes",
    ),
    (
        "Are they using spreadsheets to forecast?",
        "Forecast is a Google Sheet that every manager fills in on Thursday night.",
        "Yes",
    ),
    (
        "Is their title vice president or above in sales?",
        "Ana Ruiz - SVP Sales, EMEA at Tolmek",
        "Yes",
    ),
    (
        "Is their title vice president or above in sales?",
        "Ben Cho\nAssistant to the CRO at Vantry",
        "No",
    ),
    ("Is their title VP or above?", "Chief of Staff to the CEO, Northmoor Group", "Unknown"),
    (
        "Is their title director or above?",
        "I'm a regional sales director looking after the Nordics.",
        "Yes",
    ),
    (
        "Does this person manage enterprise deals?",
        "Formerly managed enterprise deals at Oracle. Now teaching maths in Utrecht.",
        "No",
    ),
    (
        "Does this person own the marketing budget?",
        "The CMO holds the marketing budget; she can only recommend.",
        "No",
    ),
    (
        "Is this person accountable for revenue growth?",
        "Responsible for hitting the company's revenue growth target in North America.",
        "Yes",
    ),
    (
        "Is this person accountable for revenue growth?",
        "Not measured on revenue at all, her goals are uptime and cost.",
        "No",
    ),
    (
        "Does this person work in sales?",
        "Career: sales manager at Lyle & Co (2012-2018), now HR Director at Orban.",
        "No",
    ),
    (
        "Is it a manufacturing company?",
        "Maker of injection-moulded parts for carmakers, three plants in Poland.",
        "Yes",
    ),
    ("Is it a manufacturing company?", "We're a law firm that mostly serves manufacturers.", "No"),
    ("Is it in healthcare?", "Their biggest customer is a hospital chain.", "Unknown"),
    (
        "Is it in automotive, pharma or renewable energy?",
        "Family-run hotel group on Lake Garda.",
        "No",
    ),
    (
        "Is the company headquartered in the United States?",
        "Austin, Texas-based maker of drones.",
        "Yes",
    ),
    (
        "Is the company headquartered in the United States?",
        "Stockholm-based, with customers all over the United States.",
        "No",
    ),
    ("Does it sell only to consumers?", "We sell to retailers, never to the public.", "No"),
    (
        "Does the company sell only to consumers or small businesses?",
        "A consumer app, B2C only: parents pay 5 a month.",
        "Yes",
    ),
    (
        "Does it sell through distributors?",
        "Direct only, they dropped their distributors two years ago.",
        "No",
    ),
    ("Is it venture-backed?", "Bootstrapped and profitable since 2016.", "No"),
    ("Is it regulated by the FDA?", "Medical devices; last FDA audit in 2022 went fine.", "Yes"),
    (
        "Do they lack an IT team?",
        "IT is one contractor who comes in on Fridays; no IT team to speak of.",
        "Yes",
    ),
    ("Do they lack an IT team?", "Our IT team of six runs everything in-house.", "No"),
    ("Is it too small to have an operations team?", "Ops team of 40 under a COO.", "No"),
    (
        "Are they locked into a contract with a competitor?",
        "Signed three years with Coupa in January, no way out before 2028.",
        "Yes",
    ),
    (
        "Are they locked into a contract with a competitor?",
        "Not under contract with anyone, it's month to month.",
        "No",
    ),
    ("Do they build everything in-house?", "They buy rather than build wherever they can.", "No"),
    (
        "Do they struggle with late deliveries?",
        "Nearly every third order ships late and customers are complaining.",
        "Yes",
    ),
    (
        "Is reporting manual?",
        "Sofia spends two days a month copying numbers into PowerPoint.",
        "Yes",
    ),
    ("Is reporting manual?", "Reports are fully automated, refreshed overnight.", "No"),
    (
        "Do more than half of their staff work remotely?",
        "Most people work from home, the office seats 30 out of 200.",
        "Yes",
    ),
    (
        "Is staff turnover high?",
        "Turnover in the call centre is 45 % a year, we can't keep people.",
        "Yes",
    ),
    (
        'Would they recognise this problem: "Large deals stall late in legal or procurement"?',
        "Last quarter three big deals got stuck in legal for six weeks.",
        "Yes",
    ),
    (
        'Would they recognise this problem: "Large deals stall late in legal or procurement"?',
        "Deals get through legal in a day or two, that has never been a problem.",
        "No",
    ),
    (
        'Would they recognise this problem: "Field engineers fill in paper forms"?',
        "Engineers still write job sheets on paper and drop them off on Friday.",
        "Yes",
    ),
    ("Do they use Workday?", "Rep: Are you on Workday?\nCarla: Yes, since 2020.", "Yes"),
    ("Do they use Workday?", "At my previous company we had Workday and I loved it.", "Unknown"),
    ("Do they use Jira?", "Our agency tracks its work in Jira, we don't see it.", "Unknown"),
    ("Are they ISO 27001 certified?", "ISO 27001 certification expected next summer.", "No"),
    ("Are they ISO 27001 certified?", "Certified to ISO 9001 and ISO 27001.", "Yes"),
    ("Are they ISO 27001 certified?", "We let the ISO 27001 certificate lapse in 2022.", "No"),
    (
        "Do they have a customer success team?",
        "Customer success team doubled to 18 last year.",
        "Yes",
    ),
    ("Do they have a partner programme?", "Partner programme was shut down in 2023.", "No"),
    ("Do they run their own fleet?", "62 trucks, own drivers, own workshop.", "Yes"),
    (
        "Do they run an online store?",
        "I'd guess they run an online store but did not ask.",
        "Unknown",
    ),
    (
        "Is compliance a priority this year?",
        "Top of the list this year: compliance, then hiring.",
        "Yes",
    ),
    (
        "Is compliance a priority this year?",
        "Compliance is way down the list; growth comes first.",
        "No",
    ),
    ("Do they have an in-house legal team?", "Legal is outside counsel only, Baker & Finch.", "No"),
    ("Do they have an in-house legal team?", "General counsel plus three in-house lawyers.", "Yes"),
    (
        "Does it have more than 500 employees?",
        "The parent company employs 40,000; our contact's unit was not discussed.",
        "Unknown",
    ),
    (
        "Is its annual revenue above $500 million?",
        "Deal size would be about $600k a year for us.",
        "Unknown",
    ),
    (
        "Does this person manage a team?",
        "Great chemistry with our team, wants to meet the team in person.",
        "Unknown",
    ),
    (
        "Has the company been through a merger in the last two years?",
        "They merged with Holm & Sons in January.",
        "Yes",
    ),
]
"""Many industries and ways to write: the half that rules were mended on."""

TRAPS: list[Case] = [
    ("Do they have a security team?", "They take security seriously.", "Unknown"),
    ("Do they have a security team?", "Met Tom from the security team.", "Yes"),
    ("Do they have a CRM?", "CRM systems are expensive, she says.", "Unknown"),
    (
        "Do they use Salesforce?",
        "She was a Salesforce admin for ten years before joining.",
        "Unknown",
    ),
    ("Do they use Salesforce?", "Salesforce certified, loves dashboards.", "Unknown"),
    ("Do they use Salesforce?", "Salesforce Tower visit on Tuesday.", "Unknown"),
    ("Do they use Salesforce?", "They compete with Salesforce.", "Unknown"),
    ("Do they use Salesforce?", "They build apps for Salesforce customers.", "Unknown"),
    ("Do they use Slack?", "There's a lot of slack in the schedule.", "Unknown"),
    ("Do they have a data warehouse?", "Their warehouse in Lille holds 40,000 pallets.", "Unknown"),
    ("Do they have a data team?", "The sales team complained about bad data.", "Unknown"),
    ("Do they own their stores?", "The own-brand range sells well in stores.", "Unknown"),
    (
        "Do they sell to enterprise customers?",
        "They would love to sell to enterprise customers one day.",
        "Unknown",
    ),
    (
        "Do they sell to enterprise customers?",
        "Enterprise customers keep asking, but they only serve small shops.",
        "No",
    ),
    ("Do they have more than 50 stores?", "They visited 60 stores of a rival.", "Unknown"),
    ("Do they have more than 50 stores?", "Stores open at 10 and close at 8.", "Unknown"),
    ("Do they have more than 50 stores?", "They opened 12 stores last year.", "Unknown"),
    (
        "Does it have more than 500 employees?",
        "They trained 700 people on the new system.",
        "Unknown",
    ),
    ("Does it have more than 500 employees?", "Their app is used by 12,000 people.", "Unknown"),
    ("Does it have more than 500 employees?", "They aim for 800 employees by 2027.", "Unknown"),
    (
        "Does it have more than 500 employees?",
        "They grew from 300 to 650 employees since 2021.",
        "Yes",
    ),
    ("Does it have more than 500 employees?", "They went from 650 down to 300 employees.", "No"),
    ("Does it have more than 500 employees?", "Around 450 to 550 employees.", "Unknown"),
    ("Does it have more than 500 employees?", "Roughly 500 employees.", "Unknown"),
    ("Does it have more than 500 employees?", "Not even 100 employees.", "No"),
    ("Does it have more than 500 employees?", "Well over 2k employees.", "Yes"),
    ("Does it have more than 500 employees?", "Employees: 201-500", "No"),
    ("Does it have more than 500 employees?", "Employees: 501-1000", "Yes"),
    ("Is its annual revenue above $50 million?", "They raised $80 million last year.", "Unknown"),
    ("Is its annual revenue above $50 million?", "Revenue grew by $60 million.", "Unknown"),
    ("Is its annual revenue above $50 million?", "A $70 million revenue company.", "Yes"),
    ("Is its annual revenue above $50 million?", "Revenue target for next year: $70m.", "Unknown"),
    ("Is its annual revenue above $50 million?", "Turnover 12 million euros.", "No"),
    ("Is it based in Germany?", "Their biggest market is Germany.", "Unknown"),
    ("Is it based in Germany?", "She studied in Berlin.", "Unknown"),
    ("Is it based in Germany?", "They ship to Germany and France.", "Unknown"),
    ("Is it in healthcare?", "They make scheduling software for hospitals.", "No"),
    ("Is it in healthcare?", "Her husband works in a hospital.", "Unknown"),
    ("Is it in retail?", "A chain of 40 garden centres.", "Yes"),
    ("Does this person manage a team?", "Her manager runs a team of 12.", "Unknown"),
    ("Does this person manage a team?", "Part of a team of 12.", "Unknown"),
    ("Does this person own a budget?", "He has to ask the CFO for every budget.", "No"),
    ("Does this person own a budget?", "Talked about budget cycles in general.", "Unknown"),
    ("Does this person report to the COO?", "The COO joined the call.", "Unknown"),
    (
        "Does this person sign contracts?",
        "Contracts are signed by the managing director.",
        "Unknown",
    ),
    ("Do they struggle with late deliveries?", "Deliveries are on time.", "No"),
    ("Do they struggle with late deliveries?", "Late deliveries are a thing of the past.", "No"),
    ("Do they struggle with late deliveries?", "They deliver furniture.", "Unknown"),
    (
        "Do they struggle with late deliveries?",
        "Late deliveries cost them two customers this spring.",
        "Yes",
    ),
    ("Is hiring a problem for them?", "Hiring is going well.", "No"),
    ("Is hiring a problem for them?", "They can't find welders anywhere.", "Unknown"),
    (
        "Are they unhappy with their current vendor?",
        "They are quite happy with their current vendor.",
        "No",
    ),
    (
        "Are they unhappy with their current vendor?",
        "They are fed up with their current vendor.",
        "Yes",
    ),
    ("Do they outsource payroll?", "They outsource IT, not payroll.", "No"),
    ("Do they outsource payroll?", "Payroll and IT are outsourced.", "Yes"),
    (
        "Do they outsource payroll?",
        "Payroll used to be outsourced; they took it back in 2022.",
        "No",
    ),
    ("Is a new system planned this year?", "A new system is planned for this autumn.", "Yes"),
    ("Is a new system planned this year?", "No new system planned this year.", "No"),
    (
        "Do they have an ISO 27001 certificate?",
        "Our ISO 27001 certificate impressed them.",
        "Unknown",
    ),
    (
        "Do they need multi-language support?",
        "Everything in English, no need for other languages.",
        "No",
    ),
    (
        "Do they use Excel for budgeting?",
        "They use Excel for the lunch list, budgeting is in Adaptive.",
        "No",
    ),
    ("Are they losing customers?", "They lost three big customers this quarter.", "Yes"),
    ("Are they losing customers?", "They haven't lost a single customer.", "No"),
    ("Is the contract up for renewal this year?", "Contract is up for renewal in October.", "Yes"),
    ("Is the contract up for renewal this year?", "Contract runs until 2029.", "Unknown"),
    (
        "Do they have an open role for a data engineer?",
        "Open roles: data engineer, product manager",
        "Yes",
    ),
    ("Do they accept card payments?", "Cash only, no cards.", "No"),
    ("Does it have more than 20 sales reps?", "A team of 20 sales reps.", "No"),
    ("Does it have at least 20 sales reps?", "A team of 20 sales reps.", "Yes"),
    ("Does it have more than 20 sales reps?", "Fewer than ten sales reps.", "No"),
    ("Does it have more than 20 sales reps?", "Up to 30 sales reps in high season.", "Unknown"),
    ("Does it have more than 20 sales reps?", "The sales reps made 300 calls.", "Unknown"),
    ("Do they have a free trial?", "After a free trial of our tool they want pricing.", "Unknown"),
    ("Do they have in-house developers?", "The website was built by an agency.", "Unknown"),
    ("Do they have in-house developers?", "All development is done by an agency in Kyiv.", "No"),
    ("Have they used a consultant before?", "They have never used a consultant before.", "No"),
    ("Have they used a consultant before?", "She is a former consultant.", "Unknown"),
    ("Are they a non-profit?", "A registered charity with 40 staff.", "Yes"),
    ("Do they have ten or more warehouses?", "They have 14 warehouses.", "Yes"),
    ("Do they have ten or more warehouses?", "They have a single warehouse.", "No"),
    ("Do they lack visibility into stock?", "They see stock in real time in every shop.", "No"),
    ("Do they lack visibility into stock?", "Nobody knows what stock is where.", "Yes"),
    ("Do they lack a CRM?", "They have HubSpot.", "No"),
    ("Do they lack a CRM?", "They have no CRM.", "Yes"),
    ("Do they lack a CRM?", "No mention of tools.", "Unknown"),
    ("Does it have fewer than 50 employees?", "120 employees.", "No"),
    ("Does it have fewer than 50 employees?", "49 employees.", "Yes"),
    ("Is it a one-person business?", "Team of 40.", "No"),
    (
        "Do they already use a competitor?",
        "They are on Zendesk today and the contract ends in May.",
        "Unknown",
    ),
    ("Do they have a marketing team?", "Marketing is just Lena.", "Unknown"),
    (
        "Do they have a marketing team?",
        "No marketing team, the founder posts on LinkedIn himself.",
        "No",
    ),
    ("Do they have a marketing team?", "Marketing team: 4", "Yes"),
    (
        "Do they have a marketing team?",
        "The marketing team of their agency writes the posts.",
        "Unknown",
    ),
    ("Does this person have a budget over $100k?", "Budget: 250k USD", "Yes"),
    ("Does this person have a budget over $100k?", "He has about $40k to spend this year.", "No"),
    ("Is the company growing?", "Headcount up 30% year over year.", "Yes"),
    ("Is the company growing?", "They shrank from 200 to 140 people.", "No"),
    ("Do they have multiple locations?", "Offices in Graz, Linz and Vienna.", "Yes"),
    ("Do they have multiple locations?", "Single office in Graz.", "No"),
    ("Are they currently using a CRM?", "Not at the moment.", "Unknown"),
    ("Are they currently using a CRM?", "Bob (CFO): we don't use any CRM right now.", "No"),
    ("Are they currently using a CRM?", '"Do you use a CRM?" - "Not really, just Outlook."', "No"),
    ("Are they currently using a CRM?", "Q: CRM? A: yes, Pipedrive", "Yes"),
    ("Are they currently using a CRM?", "Need to find out: CRM in use?", "Unknown"),
    ("Are they currently using a CRM?", "They may or may not have a CRM.", "Unknown"),
    (
        "Are they currently using a CRM?",
        "According to Jan they use a CRM, Petra says they don't.",
        "Unknown",
    ),
    ("Are they currently using a CRM?", "It would be great if they had a CRM.", "Unknown"),
    ("Are they currently using a CRM?", "Without a CRM they'd be lost, she laughed.", "Yes"),
    ("Are they currently using a CRM?", "Hardly anyone uses the CRM.", "Unknown"),
    ("Are they currently using a CRM?", "CRM rollout finished in June.", "Yes"),
    ("Are they currently using a CRM?", "CRM rollout starts in June next year.", "No"),
    ("Are they currently using a CRM?", "CRM project failed twice.", "Unknown"),
    ("Do they have remote employees?", "Everyone is in the office five days a week.", "No"),
    ("Do they have remote employees?", "Fully remote team across 6 countries.", "Yes"),
    ("Is the prospect a B2B company?", "They sell software to law firms.", "Yes"),
    ("Is the prospect a B2B company?", "B2C skincare brand.", "No"),
    ("Is the prospect a B2B company?", "A B2B2C marketplace.", "Unknown"),
    ("Do they do outbound sales?", "All deals come inbound, they don't do outbound.", "No"),
    ("Do they do outbound sales?", "8 SDRs doing outbound.", "Yes"),
    (
        "Have they been burned by a similar tool before?",
        "They tried a similar tool in 2021 and it failed.",
        "Unknown",
    ),
    (
        "Is the economic buyer involved?",
        "The CFO, who holds the budget, was on the call.",
        "Unknown",
    ),
    ("Is there executive sponsorship?", "No exec sponsor so far.", "No"),
    ("Is security review required?", "Security review is required for any vendor.", "Yes"),
    ("Is security review required?", "No security review required.", "No"),
    ("Do they have an API?", "Public REST API, docs on the site.", "Yes"),
    ("Do they have an API?", "They don't offer an API.", "No"),
    ("Do they use AWS?", "Hosted on Azure.", "Unknown"),
    ("Do they use AWS?", "Hosted on AWS Frankfurt.", "Yes"),
    ("Do they use AWS?", "Migrating from AWS to GCP, done by summer.", "Unknown"),
    ("Do they use AWS?", "They left AWS for their own data centre.", "No"),
    ("Is it a family business?", "Third-generation family business.", "Yes"),
    ("Is it a family business?", "Owned by a private equity fund.", "Unknown"),
    ("Does it have more than 100 employees?", "about a hundred employees", "Unknown"),
    ("Does it have more than 100 employees?", "over a hundred employees", "Yes"),
    ("Does it have more than 100 employees?", "a couple of dozen people", "No"),
    ("Does it have more than 100 employees?", "LinkedIn says 11-50 employees, she says 64.", "No"),
    (
        "Does it have more than 100 employees?",
        "It will have more than 100 employees by the end of the year.",
        "Unknown",
    ),
    (
        "Does it have more than 100 employees?",
        "Customer with more than 100 employees are their focus.",
        "Unknown",
    ),
    (
        "Does it have more than 100 employees?",
        "They sell to companies with more than 100 employees.",
        "Unknown",
    ),
    (
        "Does it have more than 100 employees?",
        "Before the layoffs they had 180 employees.",
        "Unknown",
    ),
    (
        "Does it have more than 100 employees?",
        "80 employees, not 180 as stated on their site.",
        "No",
    ),
    ("Is their title director or above?", "VP Engineering", "Yes"),
    ("Is their title director or above?", "Software Engineer II", "No"),
    ("Is their title director or above?", "Associate Director, Clinical Ops", "Yes"),
    ("Is their title director or above?", "Interim CFO", "Yes"),
    ("Is their title director or above?", "Her director was on the call too.", "Unknown"),
    ("Is their title director or above?", "Executive Assistant to the CEO", "No"),
    ("Is their title VP or above?", "Founder & CEO", "Yes"),
    ("Is their title VP or above?", "Former VP of Sales, now advisor", "Unknown"),
    ("Is their title VP or above?", "Sales manager, reports to the VP", "No"),
    ("Are they a franchise?", "Not a franchise, all stores are company-owned.", "No"),
    ("Are they a franchise?", "140 franchisees run the stores.", "Unknown"),
    ("Is it a startup?", "Founded 2023, pre-seed, four people.", "Yes"),
    ("Is it a startup?", "A 120-year-old bank.", "No"),
]
"""What is easily taken for an answer and is none, and what is one in other words."""

NUMBERS: list[Case] = [
    ("Are more than half of their sales online?", "Two thirds of their sales are online.", "Yes"),
    ("Are more than half of their sales online?", "A third of sales happens online.", "No"),
    ("Do more than half of their staff work remotely?", "Most of the staff work remotely.", "Yes"),
    (
        "Do more than half of their staff work remotely?",
        "Hardly any of the staff work remotely.",
        "No",
    ),
    ("Do more than half of their staff work remotely?", "80% of staff work remotely.", "Yes"),
    (
        "Do more than half of their customers pay by invoice?",
        "About half of their customers pay by invoice.",
        "Unknown",
    ),
    ("Is at least 20% of revenue from exports?", "Exports make up 35 % of revenue.", "Yes"),
    ("Is at least 20% of revenue from exports?", "Exports are 5% of revenue.", "No"),
    ("Does it take more than two weeks to hire someone?", "Hiring someone takes six weeks.", "Yes"),
    ("Does it take more than two weeks to hire someone?", "Hiring takes three days.", "No"),
    ("Do they spend more than $10,000 a month on ads?", "Ad spend: $25k a month.", "Yes"),
    ("Do they spend more than $10,000 a month on ads?", "They spend $3,000 a month on ads.", "No"),
    ("Do they have at least two IT people?", "IT is a one-man show.", "No"),
    ("Do they have at least two IT people?", "Three IT people in Leeds.", "Yes"),
    ("Is the deal larger than $50k?", "Deal is around $80k.", "Yes"),
    ("Do they have more than 100 customers?", "Serving 2,500+ customers.", "Yes"),
    ("Do they have more than 100 customers?", "Some 40 customers, mostly local.", "No"),
    ("Were they founded before 2015?", "Founded in 2009.", "Yes"),
    ("Have they been in business for more than 10 years?", "In business for 25 years.", "Yes"),
    ("Do they have three or more offices?", "Offices: London, Paris.", "Unknown"),
    ("Is contract value above 20k a year?", "Contract value is 12k a year.", "No"),
    ("Do they answer tickets within an hour?", "Tickets are answered within 20 minutes.", "Yes"),
    ("Is response time over one hour?", "Response time: 3 hours on average.", "Yes"),
]
"""Shares, money, lengths of time and counts against thresholds."""

MADE: list[Case] = [
    (
        "Do they work for companies that subcontract all visits?",
        "Every visit goes to a subcontractor, they have no technicians.",
        "Yes",
    ),
    (
        "Do they work for companies that subcontract all visits?",
        "All technicians are on their own payroll, nothing is subcontracted.",
        "No",
    ),
    (
        "Do they work for companies that subcontract all visits?",
        "They subcontract a few visits in August.",
        "No",
    ),
    (
        "Does this person run the dispatch desk and 30 to 80 technicians?",
        "He runs dispatch and has 55 technicians under him.",
        "Yes",
    ),
    (
        "Does this person run the dispatch desk and 30 to 80 technicians?",
        "12 technicians, dispatch done by the office manager.",
        "No",
    ),
    (
        "Is their company in home services?",
        "Boiler installation and repair for households around Leeds.",
        "Unknown",
    ),
    (
        "Is technicians drive back to the depot because a part was missing a problem for them?",
        "Twice a week a technician drives back to the depot for a missing part.",
        "Yes",
    ),
    (
        "Is technicians drive back to the depot because a part was missing a problem for them?",
        "Vans are stocked every night, nobody drives back for a part.",
        "No",
    ),
    (
        (
            "Would they recognise this problem: “Technicians drive back to the depot "
            "because a part was missing”?"
        ),
        "Technicians drive back to the depot a lot, parts are missing all the time.",
        "Yes",
    ),
    (
        (
            "Is their title Head of Field Service, or are they a director or above in the "
            "same function?"
        ),
        "Carl Denny, Director Field Service, Northern Climate Ltd",
        "Yes",
    ),
    (
        (
            "Is their title Head of Field Service, or are they a director or above in the "
            "same function?"
        ),
        "Field service technician since 2019",
        "No",
    ),
    (
        (
            "Is their title Head of Field Service, or are they a director or above in the "
            "same function?"
        ),
        "Talked to the Head of Field Service's assistant, Jo.",
        "Unknown",
    ),
    (
        "Would they say that job sheets come back on paper and are typed in twice?",
        (
            "Job sheets come in on paper and Ann types them in twice, once for stock and "
            "once for billing."
        ),
        "Yes",
    ),
    (
        "Would they say that job sheets come back on paper and are typed in twice?",
        "Job sheets are filled in on tablets, no paper anywhere.",
        "No",
    ),
    (
        "Would they say that customers are not at home one visit in ten?",
        "Customers are rarely not at home, they get a text an hour before.",
        "No",
    ),
    (
        "Do they want to raise the first-time fix rate above 85%?",
        "Goal for the year: first-time fix rate of 90%.",
        "Yes",
    ),
    (
        "Do they want to raise the first-time fix rate above 85%?",
        "He didn't mention any targets.",
        "Unknown",
    ),
    (
        "Is invoice on the day of the visit among their goals?",
        "Wants to invoice on the day of the visit by summer.",
        "Yes",
    ),
    (
        ("Are they among companies without an in-house support team, or with fewer than 5 agents?"),
        "In-house support team of 22 agents in Porto.",
        "No",
    ),
    (
        ("Are they among companies without an in-house support team, or with fewer than 5 agents?"),
        "Support is outsourced to a call centre, no team of their own.",
        "Yes",
    ),
    (
        "Does this person own the support budget and the help desk?",
        "She owns the support budget and runs the help desk.",
        "Yes",
    ),
    (
        "Does this person own the support budget and the help desk?",
        "The help desk is hers but the budget sits with the COO.",
        "No",
    ),
    (
        (
            "Would they recognise this problem: “Struggles with seasonal peaks in November "
            "and with agents who leave after six months”?"
        ),
        "November peaks nearly broke the team, and agents leave after half a year.",
        "Yes",
    ),
    (
        (
            "Would they recognise this problem: “Struggles with seasonal peaks in November "
            "and with agents who leave after six months”?"
        ),
        "Agents stay for years, and November is like any other month.",
        "No",
    ),
    (
        "Do they want to cut first response time to under one hour?",
        "They want first response under 30 minutes.",
        "Yes",
    ),
    (
        "Do they want to cut first response time to under one hour?",
        "First response time is 20 minutes already and nobody wants more.",
        "Unknown",
    ),
    (
        "Is it one of these: franchises of large chains, and hostels?",
        "A Hilton franchise.",
        "Unknown",
    ),
    (
        "Is it one of these: franchises of large chains, and hostels?",
        "Three family-run hotels, independent since 1961.",
        "Unknown",
    ),
    (
        "Is it one of these: franchises of large chains, and hostels?",
        "They run four hostels in Lisbon.",
        "Yes",
    ),
    ("Does it have 3 to 40 hotels?", "Group of 11 hotels in the Alps.", "Yes"),
    ("Does it have 3 to 40 hotels?", "One hotel, 38 rooms.", "No"),
    ("Does it have more than 200 rooms?", "410 rooms across six houses.", "Yes"),
    ("Does it have more than 200 rooms?", "38 rooms.", "No"),
    (
        (
            "Are revenue managers set prices by hand in spreadsheets every morning a "
            "problem for them?"
        ),
        "Prices are set by hand in a spreadsheet each morning.",
        "Yes",
    ),
    (
        (
            "Are revenue managers set prices by hand in spreadsheets every morning a "
            "problem for them?"
        ),
        "Prices are set automatically by an RMS.",
        "No",
    ),
    ("Is it based or active in Europe?", "Hotels in Spain and Portugal.", "Yes"),
    ("Does it use property management system?", "Runs on Mews since 2022.", "Unknown"),
    (
        "Does it use property management system?",
        "No property management system, bookings live in a paper diary.",
        "No",
    ),
    (
        "Is it one of these: restaurants or caterers?",
        "They bake pretzels for supermarkets in two plants.",
        "Unknown",
    ),
    ("Is it one of these: restaurants or caterers?", "A caterer for weddings.", "Yes"),
    ("Is it in food and beverage or retail?", "Frozen pizza manufacturer.", "Yes"),
    ("Does it have 100 to 1,000 employees?", "640 people, two plants.", "Yes"),
    ("Is its revenue $20M to $250M a year?", "€95m turnover last year.", "Yes"),
    ("Is its revenue $20M to $250M a year?", "$4m in sales.", "No"),
    (
        "Is it based or active in Germany, Austria or Switzerland?",
        "Plants in Graz and Linz.",
        "Yes",
    ),
    (
        "Does it produce in a single kitchen with fewer than ten people?",
        "Two plants with 300 workers.",
        "No",
    ),
    (
        "Do they plan production in Excel?",
        "Production planning is all Excel, nobody likes it.",
        "Yes",
    ),
    ("Do they lack a manufacturing execution system?", "No MES in place.", "Yes"),
    ("Do they lack a manufacturing execution system?", "MES went live in 2023.", "No"),
    (
        "Have allergen recalls cost them contracts?",
        "Lost the Rewe contract after an allergen recall.",
        "Yes",
    ),
]
"""Questions as the engine makes them from sources."""

FRESH: list[Case] = [
    (
        "Do they have an in-house design team?",
        "Design: 5 people, all in-house, led by Moritz.",
        "Yes",
    ),
    ("Do they have an in-house design team?", "Design work goes to a studio in Lyon.", "Unknown"),
    (
        "Does it have more than 300 employees?",
        "Kestrel Pumps is a 1,900-person company from Bergen.",
        "Yes",
    ),
    (
        "Does it have more than 300 employees?",
        "Our 45 colleagues in the Kiel office are great, says Uwe.",
        "Unknown",
    ),
    ("Does it have more than 300 employees?", "# employees: ~250", "No"),
    ("Do they run Shopify?", "The shop runs on Shopify Plus.", "Yes"),
    ("Do they run Shopify?", "Left Shopify in 2022 for a headless setup.", "No"),
    ("Do they run Shopify?", "Their designer used to work at Shopify.", "Unknown"),
    ("Is this person responsible for payroll?", "Payroll is not her area, that's Jim's.", "No"),
    (
        "Is this person responsible for payroll?",
        "I run payroll for 3,000 people in five countries.",
        "Yes",
    ),
    ("Do they offer a subscription?", "Members pay 29 euros a month.", "Unknown"),
    ("Do they offer a subscription?", "No subscription, one-off purchases only.", "No"),
    (
        "Have they signed a contract with another vendor?",
        "They signed with Personio last week.",
        "Unknown",
    ),
    ("Is churn a problem for them?", "Churn is at 8% a month and killing them.", "Yes"),
    ("Is churn a problem for them?", "Churn is basically zero.", "No"),
    ("Do they need to comply with HIPAA?", "Not subject to HIPAA.", "No"),
    ("Do they need to comply with HIPAA?", "They must comply with HIPAA and SOC 2.", "Yes"),
    ("Do they have a warehouse in Germany?", "Warehouse in Kassel, opened 2020.", "Yes"),
    ("Do they have a warehouse in Germany?", "No warehouse of their own, a 3PL does it.", "No"),
    ("Are they price sensitive?", "They said that price matters less than uptime.", "Unknown"),
    ("Do they have fewer than 10 developers?", "Six developers and a QA.", "Yes"),
    ("Do they have fewer than 10 developers?", "A dev team of 60.", "No"),
    ("Is the decision made by a committee?", "Decisions are made by a committee of five.", "Yes"),
    ("Is the decision made by a committee?", "No committee, Rosa decides alone.", "No"),
    ("Does the team work in shifts?", "Two shifts, six days a week.", "Yes"),
    ("Does the team work in shifts?", "They work in three shifts.", "Yes"),
    ("Are they opening new stores this year?", "Nine new stores opening this year.", "Yes"),
    ("Are they opening new stores this year?", "No new stores this year.", "No"),
    ("Do they lack a data warehouse?", "BigQuery is their data warehouse.", "No"),
    ("Do they lack a data warehouse?", "A data warehouse is missing, she complained.", "Yes"),
    (
        "Would they recognise this problem: “Quotes take days to prepare”?",
        "Preparing quotes takes them two to three days.",
        "Yes",
    ),
    (
        "Would they recognise this problem: “Quotes take days to prepare”?",
        "Quotes go out within minutes.",
        "No",
    ),
    (
        "Would they say that shifts are planned on a whiteboard?",
        "Shift plan hangs on a whiteboard in the hall.",
        "Yes",
    ),
    (
        "Would they say that shifts are planned on a whiteboard?",
        "We threw the whiteboard out; shifts are in the app now.",
        "No",
    ),
    (
        (
            "Is their title VP of Marketing, or are they a vice president or above in the "
            "same function?"
        ),
        "Lena Holt, CMO at Brightloom",
        "Yes",
    ),
    (
        (
            "Is their title VP of Marketing, or are they a vice president or above in the "
            "same function?"
        ),
        "Marketing Coordinator",
        "No",
    ),
    ("Is it in insurance?", "A mutual insurer from Leeds.", "Yes"),
    ("Is it in insurance?", "They build claims software for insurers.", "No"),
    ("Did they renew last year?", "We hear that they may renew.", "Unknown"),
    ("Do they have a works council?", "Rumour has it there's a works council.", "Yes"),
    ("Does it sell in more than five countries?", "They sell in 14 countries.", "Yes"),
    ("Does it sell in more than five countries?", "Only sells in Belgium.", "No"),
]
"""Written when the rules stood; first answered 28 of 42 rightly and four wrongly."""

PLAIN: list[Case] = [
    ("Do they have a CFO?", "No CFO, the founder does the numbers.", "No"),
    ("Do they have a CFO?", "CFO Marta Lind joined in January.", "Yes"),
    ("Do they use Tableau?", "Their consultant prefers Tableau.", "Unknown"),
    ("Do they use Tableau?", "Dashboards are built in Tableau.", "Yes"),
    ("Do they use Tableau?", "They gave up Tableau for Power BI.", "No"),
    ("Does it have more than 1,000 employees?", "About 1,000 employees.", "Unknown"),
    ("Does it have more than 1,000 employees?", "1,800 staff at 22 sites.", "Yes"),
    ("Does it have more than 1,000 employees?", "Small firm, 35 staff.", "No"),
    ("Does it have more than 1,000 employees?", "Hopes to reach 1,500 employees.", "Unknown"),
    ("Is its annual revenue above $20 million?", "Sales of $45m in 2023.", "Yes"),
    ("Is its annual revenue above $20 million?", "Revenue: $3.5M", "No"),
    ("Is its annual revenue above $20 million?", "They manage $200m for their clients.", "Unknown"),
    ("Does this person lead a team?", "Leads a team of eight.", "Yes"),
    ("Does this person lead a team?", "An individual contributor, no reports.", "No"),
    ("Is their title director or above?", "Senior Director of Data", "Yes"),
    ("Is their title director or above?", "Junior analyst", "No"),
    ("Do they outsource logistics?", "Logistics is outsourced to a 3PL.", "Yes"),
    ("Do they outsource logistics?", "Logistics is handled in-house.", "No"),
    ("Do they outsource logistics?", "Their competitor outsources logistics.", "Unknown"),
    ("Is budget available?", "Budget is frozen until summer.", "No"),
    ("Is budget available?", "Budget is available.", "Yes"),
    ("Is budget available?", "Is budget available?", "Unknown"),
    ("Do they ship on weekends?", "They don't ship on weekends.", "No"),
    ("Do they ship on weekends?", "Shipping on weekends would be nice, they said.", "Unknown"),
    ("Do they lack a backup strategy?", "They have no backup strategy at all.", "Yes"),
    (
        "Do they lack a backup strategy?",
        "Backups run nightly, the backup strategy is audited every year.",
        "No",
    ),
    ("Are they happy with their agency?", "Not happy with their agency.", "No"),
    ("Are they happy with their agency?", "Very happy with their agency.", "Yes"),
    ("Is it based in France?", "HQ in Lyon", "Yes"),
    ("Is it based in France?", "HQ in Turin, sells to France", "No"),
]
"""Written last and answered once: 27 of 30 right, none wrong."""

UNSEEN: list[Case] = [
    (
        "Does it have fewer than 50 employees?",
        "Spoke to Mira. There are 14 of us, she says, all in one room in Ghent.",
        "Yes",
    ),
    (
        "Does it have fewer than 50 employees?",
        "Group with 12 plants and 4,300 staff across DACH.",
        "No",
    ),
    ("Is it too small to need a finance system (fewer than 20 employees)?", "Employees: 340", "No"),
    (
        "Does the company have more than 1,000 employees?",
        "Runs a team of 1,200 agents at our outsourcing partner's site in Manila.",
        "Unknown",
    ),
    (
        "Does it have more than 250 employees?",
        "I lead a team of 9 at Corvane, a 600-person maker of hearing aids.",
        "Yes",
    ),
    (
        "Does it have more than 250 employees?",
        "I lead a support team of 300 across three time zones.",
        "Yes",
    ),
    ("Does it have more than 10 locations?", "They operate 42 clinics in Ohio and Indiana.", "Yes"),
    ("Does it have more than 10 locations?", "Two shops, one in Bath and one in Bristol.", "No"),
    ("Does it have between 50 and 500 employees?", "- 220 FTE\n- 3 offices\n- Series B", "Yes"),
    (
        "Does the sales team have more than 20 reps?",
        "35 reps in the field, 4 managers, 1 ops person (that's me).",
        "Yes",
    ),
    (
        "Does the sales team have more than 20 reps?",
        "Company of 900. Sales is 12 reps plus a director.",
        "No",
    ),
    ("Does it run Salesforce?", "They moved off Salesforce in March and are on HubSpot now.", "No"),
    ("Does it run Salesforce?", "Stack: Salesforce, Outreach, Gong, Snowflake", "Yes"),
    ("Do they use SAP?", "We used to be on SAP until last year; it's all NetSuite now.", "No"),
    ("Do they have a data warehouse?", "They never got round to building a data warehouse.", "No"),
    (
        "Do they ship internationally?",
        "Not only do they ship across Europe, they opened a depot in Texas last year.",
        "Yes",
    ),
    (
        "Do any of their sites use barcode scanners?",
        "None of the warehouses has scanners; pickers work off paper.",
        "No",
    ),
    ("Are they hiring engineers?", "Hiring freeze until at least April.", "No"),
    (
        "Are they planning to expand into Europe?",
        "Planning to open a Dublin office in Q3 as a first step into Europe.",
        "Yes",
    ),
    (
        "Are they planning to expand into Europe?",
        "Europe is off the table for now, the board wants to win the US first.",
        "No",
    ),
    ("Do they have an ERP?", "Planning to roll out an ERP in 2026.", "No"),
    (
        "Is budget approved for this year?",
        "Dana: budget's signed off, we just need to pick a vendor.",
        "Yes",
    ),
    (
        "Is there a budget for new tools?",
        "If we close the Q4 deals there might be budget for new tools.",
        "Unknown",
    ),
    (
        "Have they set a go-live date?",
        "They want to be live before 1 September because the old contract ends.",
        "Yes",
    ),
    ("Is their title VP or above?", "Senior Account Executive | President's Club 2023", "No"),
    ("Is their title director or above?", "Title: Head of Procurement", "Yes"),
    (
        "Is this person an individual contributor with no team?",
        "I manage seven AEs and two SDR leads.",
        "No",
    ),
    (
        "Is this person an individual contributor with no team?",
        "No direct reports; works alone on the demand gen budget.",
        "Yes",
    ),
    ("Does this person manage a team?", "Leads a 25-strong customer support organisation.", "Yes"),
    ("Does this person manage a team?", "I don't have anyone reporting to me at the moment.", "No"),
    (
        "Does this person manage enterprise deals?",
        "15+ years closing seven-figure enterprise deals.",
        "Yes",
    ),
    (
        "Does this person own the marketing budget?",
        "Owns a €2m marketing budget across five markets.",
        "Yes",
    ),
    (
        "Do they report to the CFO?",
        "She reports straight to the CFO, dotted line to the COO.",
        "Yes",
    ),
    ("Do they report to the CFO?", "He reports to the COO.", "No"),
    ("Do they make the final purchase decision?", "Final say sits with her boss, Tom.", "No"),
    ("Do they make the final purchase decision?", "I sign anything under 50k myself.", "Unknown"),
    (
        "Are they responsible for warehouse safety?",
        "Safety in the warehouses is mine, has been since the Leeds accident.",
        "Yes",
    ),
    (
        "Is the contact a decision maker?",
        "Contact is the decision maker (signs off on all tooling).",
        "Yes",
    ),
    (
        "Does this person have experience with Kubernetes?",
        "Skills: Terraform, Kubernetes, Go, AWS",
        "Yes",
    ),
    (
        "Does this person have experience with Kubernetes?",
        "Has never touched Kubernetes, comes from the mainframe side.",
        "No",
    ),
    ("Is it in healthcare?", "Regional hospital network with 9 hospitals.", "Yes"),
    (
        "Is it in automotive, pharma or renewable energy?",
        "Operates wind farms off the coast of Denmark.",
        "Yes",
    ),
    ("Is it based in Germany?", "HQ: Munich, Germany", "Yes"),
    ("Is it based in Germany?", "Headquartered in Vienna with a sales office in Munich.", "No"),
    (
        "Does it sell through distributors?",
        "All volume goes through a network of 40 distributors.",
        "Yes",
    ),
    ("Is it a B2B SaaS company?", "B2B SaaS, Series A, sells compliance software to banks.", "Yes"),
    ("Is it venture-backed?", "Raised a $30m Series B led by Accel in 2023.", "Yes"),
    (
        "Is it a subscription business?",
        "Customers pay once per machine; there is no subscription.",
        "No",
    ),
    ("Is it publicly listed?", "Privately held, owned by the Meyer family.", "No"),
    (
        "Have they already bought a competing product?",
        "They haven't bought anything yet; two vendors demoed.",
        "No",
    ),
    ("Is it a one-person business?", "Sole trader, just me and the van.", "Yes"),
    (
        "Do they struggle with late deliveries?",
        "On-time delivery is 99.2 %, not something that they worry about.",
        "No",
    ),
    ("Are more than half of their sales online?", "Webshop is 70 % of turnover.", "Yes"),
    (
        "Are more than half of their sales online?",
        "Only about a fifth of sales come through the website.",
        "No",
    ),
    (
        "Do they lose deals to price?",
        "We rarely lose on price. When we lose it's on features.",
        "No",
    ),
    (
        'Would they recognise this problem: "Stock counts don\'t match the system"?',
        "Talked mostly about their move to the new office.",
        "Unknown",
    ),
    (
        'Would they recognise this problem: "Stock counts don\'t match the system"?',
        "System says 40, shelf says 31. Every single week.",
        "Unknown",
    ),
    (
        "Do they have a loyalty programme?",
        "Asked: do they have a loyalty programme? Will check with marketing.",
        "Unknown",
    ),
    ("Do they use Workday?", "Q: Do you use Workday? A: No, ADP.", "No"),
    (
        "Do they have a mobile app?",
        "Their rival Fenwick launched a mobile app in spring.",
        "Unknown",
    ),
    ("Do they have a mobile app?", "The mobile app has 200k downloads.", "Yes"),
    ("Do they offer 24/7 support?", "Support is Monday to Friday, nine to five.", "No"),
    (
        "Do they have a customer success team?",
        "She wondered whether other firms of their size have a customer success team.",
        "Unknown",
    ),
    (
        "Have they raised funding in the last 12 months?",
        "Lovely call. Wants pricing by Friday.",
        "Unknown",
    ),
    ("Do they run their own fleet?", "Transport is outsourced to DHL entirely.", "No"),
    ("Do they operate in more than one country?", "Offices in Lisbon, Madrid and Milan.", "Yes"),
    ("Do they operate in more than one country?", "Purely domestic, Portugal only.", "No"),
    (
        "Do they use Excel or Google Sheets for planning?",
        "Planning happens in Excel, mostly by Karl.",
        "Yes",
    ),
    (
        "Do they use Excel or Google Sheets for planning?",
        "Planning runs in Anaplan; they got rid of the spreadsheets.",
        "No",
    ),
    (
        "Do they run more than 100 campaigns a year?",
        "We do 8-10 campaigns a year, that's plenty.",
        "No",
    ),
    (
        "Does the company have a channel sales team?",
        "Sells both direct and through a channel team of five.",
        "Yes",
    ),
    ("Do they have a CRM?", "Ola asked what a CRM costs for ten people.", "Unknown"),
    (
        "Do they use Snowflake?",
        "Wants to know whether we integrate with Snowflake, since a friend raved about it.",
        "Unknown",
    ),
    ("Are they hiring engineers?", "As an engineer by training she likes detail.", "Unknown"),
    ("Is its annual revenue above $10 million?", "Revenue: EUR 85k per month", "No"),
    (
        "Do they have a data warehouse?",
        "Data warehouse on BigQuery, maintained by two analytics engineers.",
        "Yes",
    ),
    (
        "Does it have more than 50 drivers?",
        "There are between 60 and 80 drivers depending on season.",
        "Yes",
    ),
    ("Does it have more than 50 drivers?", "Somewhere between 40 and 60 drivers.", "Unknown"),
]
"""The other half of KINDS, looked at last: first 47 of 78 right and three wrong."""
