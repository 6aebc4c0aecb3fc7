BEGIN TRANSACTION;
CREATE TABLE entities (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	oid TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	deleted_at TEXT, 
	searchable TEXT NOT NULL, 
	body TEXT NOT NULL, 
	asked_with TEXT NOT NULL, 
	UNIQUE (oid)
);
INSERT INTO "entities" VALUES(1,'pe_8kKtc5RNj31OjELjVcwrL','persona','2026-11-22T02:11:00.464Z',NULL,'älter
älter
a plant manager who plants managers keep lines running.
does this person plant managers keep lines running?
the source names it as this role''s own work. look for “managers keep lines running” in the profile or in job ads for the role.
is their title plant manager, or are they a manager or above in the same function?
titles vary by company: judge by level and function, as their profile states them.
älter
plant managers keep lines running
plant manager','{"oId":"pe_8kKtc5RNj31OjELjVcwrL","name":"Älter","internalName":"Älter","description":"A plant manager who plants managers keep lines running.","active":true,"createdAt":"2026-11-22T02:11:00.464Z","updatedAt":"2026-11-22T02:11:00.464Z","deletedAt":null,"archivedAt":null,"unrecognized":false,"rejected":false,"qualifyingQuestions":[{"question":"Does this person plant managers keep lines running?","rationale":"The source names it as this role''s own work. Look for “managers keep lines running” in the profile or in job ads for the role.","fitType":"GOOD","weight":"HIGH","archivedAt":null},{"question":"Is their title Plant Manager, or are they a manager or above in the same function?","rationale":"Titles vary by company: judge by level and function, as their profile states them.","fitType":"GOOD","weight":"MEDIUM","archivedAt":null}],"user":{"oId":"u_cqjeFA0D7n1DrbjIwVgLv","firstName":"Local","lastName":"User"},"workspace":{"oId":"wa_zXb8ZWlPGbOg_VZwoFI9y"},"data":{"internalName":"Älter","primaryResponsibilities":["Plant managers keep lines running"],"painPoints":[],"keyConcerns":[],"keyObjectives":[],"commonJobTitles":["Plant Manager"],"whyTheyMatterToUs":[],"whyWeMatterToThem":[],"customFields":[]}}','{"playbookOId": "pb_1"}');
INSERT INTO "entities" VALUES(2,'sg_QeQxEq7Avllwe1FVOnZOk','segment','2026-11-22T02:11:00.949Z',NULL,'manufacturers with more than 500 employees
manufacturers with more than 500 employees
manufacturers with more than 500 employees.
is it in manufacturing?
their site and their industry code say so. the source names it as a mark of a fit.
does it have more than 500 employees?
company profiles and annual reports give the headcount. the source names it as a mark of a fit.

manufacturing
500+','{"oId":"sg_QeQxEq7Avllwe1FVOnZOk","name":"Manufacturers with more than 500 employees","internalName":"Manufacturers with more than 500 employees","description":"Manufacturers with more than 500 employees.","active":true,"createdAt":"2026-11-22T02:11:00.949Z","updatedAt":"2026-11-22T02:11:00.949Z","deletedAt":null,"archivedAt":null,"unrecognized":false,"rejected":false,"qualifyingQuestions":[{"question":"Is it in manufacturing?","rationale":"Their site and their industry code say so. The source names it as a mark of a fit.","fitType":"GOOD","weight":"HIGH","archivedAt":null},{"question":"Does it have more than 500 employees?","rationale":"Company profiles and annual reports give the headcount. The source names it as a mark of a fit.","fitType":"GOOD","weight":"HIGH","archivedAt":null}],"user":{"oId":"u_cqjeFA0D7n1DrbjIwVgLv","firstName":"Local","lastName":"User"},"workspace":{"oId":"wa_zXb8ZWlPGbOg_VZwoFI9y"},"data":{"fitExplanation":"","firmographics":{"industry":["Manufacturing"],"businessModel":[],"geography":[],"revenue":[],"employees":["500+"]},"keyPriorities":[],"keyConsiderations":[],"uniqueApproach":[],"customFields":[]}}','{}');
CREATE TABLE evidence (
	oid TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (oid), 
	FOREIGN KEY(oid) REFERENCES entities (oid) ON DELETE CASCADE
);
INSERT INTO "evidence" VALUES('pe_8kKtc5RNj31OjELjVcwrL','{"oId":"pe_8kKtc5RNj31OjELjVcwrL","sources":[{"index":0,"type":"TEXT","value":"A plant manager keeps \u0000 two lines running 🚀.","title":"","text":"A plant manager keeps \u0000 two lines running 🚀.","language":null,"retrievedAt":null},{"index":1,"type":"RESOURCE","value":"rs_jZyg-tpHQy7izBFIqlgm_","title":"Notes 🚀","text":"Plant managers keep lines running.","language":null,"retrievedAt":null}],"claims":[{"pointer":"/name","text":"Älter","origin":"INFERRED","rule":"the name given in the request"},{"pointer":"/internalName","text":"Älter","origin":"INFERRED","source":null,"start":null,"end":null,"quote":null,"rule":"the persona''s name"},{"pointer":"/description","text":"A plant manager who plants managers keep lines running.","origin":"INFERRED","source":1,"start":0,"end":34,"quote":"Plant managers keep lines running.","rule":"a summary of quoted duties"},{"pointer":"/data/primaryResponsibilities/0","text":"Plant managers keep lines running","origin":"SOURCE","source":1,"start":0,"end":34,"quote":"Plant managers keep lines running.","rule":null},{"pointer":"/data/commonJobTitles/0","text":"Plant Manager","origin":"SOURCE","source":0,"start":2,"end":15,"quote":"plant manager","rule":null},{"pointer":"/qualifyingQuestions/0","text":"Does this person plant managers keep lines running?","origin":"INFERRED","source":1,"start":0,"end":34,"quote":"Plant managers keep lines running.","rule":"a responsibility, asked as a question"},{"pointer":"/qualifyingQuestions/1","text":"Is their title Plant Manager, or are they a manager or above in the same function?","origin":"INFERRED","source":0,"start":2,"end":15,"quote":"plant manager","rule":"a title of the source, asked as a question"}],"questions":[{"pointer":"/qualifyingQuestions/0","spoken":"How do you plant managers keep lines running today?","listenFor":"A recent example of their own, and who else is involved","framework":"BANT: authority"},{"pointer":"/qualifyingQuestions/1","spoken":"What is your role, and who do you report to?","listenFor":"Level, function and size of the team","framework":"BANT: authority"}],"gaps":[{"pointer":"/data/painPoints","question":"What makes that work hard today?"},{"pointer":"/data/keyConcerns","question":"What would make this person say no to a new supplier?"},{"pointer":"/data/keyObjectives","question":"Which result is this person measured on this year?"},{"pointer":"/data/whyTheyMatterToUs","question":"What part does this person play when a purchase is decided?"},{"pointer":"/data/whyWeMatterToThem","question":"Which of these pains do we remove, and by how much?"}],"notes":["The source excludes nobody: it supports no question that speaks against a fit."]}');
INSERT INTO "evidence" VALUES('sg_QeQxEq7Avllwe1FVOnZOk','{"oId":"sg_QeQxEq7Avllwe1FVOnZOk","sources":[{"index":0,"type":"TEXT","value":"Manufacturers with more than 500 employees.","title":"","text":"Manufacturers with more than 500 employees.","language":null,"retrievedAt":null}],"claims":[{"pointer":"/name","text":"Manufacturers with more than 500 employees","origin":"INFERRED","source":0,"start":0,"end":13,"quote":"Manufacturers","rule":"size and industry of the source, as a name"},{"pointer":"/internalName","text":"Manufacturers with more than 500 employees","origin":"INFERRED","source":null,"start":null,"end":null,"quote":null,"rule":"the segment''s name"},{"pointer":"/description","text":"Manufacturers with more than 500 employees.","origin":"INFERRED","source":0,"start":0,"end":13,"quote":"Manufacturers","rule":"a summary of the quoted facts"},{"pointer":"/data/firmographics/industry/0","text":"Manufacturing","origin":"SOURCE","source":0,"start":0,"end":13,"quote":"Manufacturers","rule":null},{"pointer":"/data/firmographics/employees/0","text":"500+","origin":"SOURCE","source":0,"start":19,"end":42,"quote":"more than 500 employees","rule":null},{"pointer":"/qualifyingQuestions/0","text":"Is it in manufacturing?","origin":"INFERRED","source":0,"start":0,"end":13,"quote":"Manufacturers","rule":"a fact of the source, asked as a question"},{"pointer":"/qualifyingQuestions/1","text":"Does it have more than 500 employees?","origin":"INFERRED","source":0,"start":19,"end":42,"quote":"more than 500 employees","rule":"a fact of the source, asked as a question"}],"questions":[{"pointer":"/qualifyingQuestions/0","spoken":"Which markets do you serve?","listenFor":"A plain answer, and whether it is about to change","framework":"BANT: need"},{"pointer":"/qualifyingQuestions/1","spoken":"How many people work with you today?","listenFor":"A plain answer, and whether it is about to change","framework":"SPICED: situation"}],"gaps":[{"pointer":"/data/fitExplanation","question":"Why does this group of companies need what we sell?"},{"pointer":"/data/keyPriorities","question":"What is on these companies'' agenda this year?"},{"pointer":"/data/keyConsiderations","question":"Who decides there, and how long does it take?"},{"pointer":"/data/uniqueApproach","question":"Which opening worked with the last customer of this kind?"}],"notes":["The source excludes nobody: it supports no question that speaks against a fit."]}');
CREATE TABLE octave_about (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "octave_about" VALUES('schema','1');
INSERT INTO "octave_about" VALUES('user','u_test');
INSERT INTO "octave_about" VALUES('workspace','wa_zXb8ZWlPGbOg_VZwoFI9y');
CREATE TABLE resources (
	number INTEGER NOT NULL, 
	oid TEXT NOT NULL, 
	name TEXT NOT NULL, 
	text TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (oid)
);
INSERT INTO "resources" VALUES(1,'rs_jZyg-tpHQy7izBFIqlgm_','Notes 🚀','Plant managers keep lines running.','2026-11-22T02:10:57.436Z');
CREATE INDEX entities_newest ON entities (kind, number);
CREATE INDEX ix_resources_name ON resources (name);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('entities',2);
COMMIT;
