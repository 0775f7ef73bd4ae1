"""What the synthetic speakers say: one part to develop with, one to test with.

Each line is spoken in one breath, so it holds no comma; neither part holds a filler.
"""

from __future__ import annotations

from typing import Literal

Part = Literal["development", "test"]

_DEVELOPMENT = """
Last winter our clinic moved every patient record to a new system.
I was asked to lead the move with two nurses and one engineer.
We had nine weeks before the old contract ran out.
The first thing I did was sit with each team for a day.
I wrote down every step they took on paper.
Then I drew one picture that everybody could argue with.
The doctors wanted to keep three of their own forms.
I told them what each form would cost us.
They agreed to drop two of the three.
After that we tested the import on a copy of the data.
About four percent of the records failed.
Most of them had a date in the wrong field.
I found the cause on the second evening.
My manager thought we should delay the launch.
I showed her the list of open problems and a plan.
She gave us one more week.
We trained forty people in small groups.
On the last Friday we switched over at six in the morning.
Nobody had to stay late that night.
Waiting time fell from twenty minutes to eleven.
The year after we did the same in two other towns.
I still keep that first drawing on my wall.
What I learned is to ask before I build.
People accept a change when they can see what it costs.
My brother runs a small bakery near the river.
One summer both of his ovens broke on the same day.
He phoned me because I had repaired one of them before.
I drove over with a box of spare parts.
The second oven needed a valve that nobody had in stock.
So I asked a restaurant across the street for theirs.
They lent it to us for three days.
We baked through the night and sold everything by noon.
That weekend brought in more than the whole month before.
Our team ships parts to garages all over the country.
A new rule meant that every box needed a second label.
I looked at the figures and saw that we would miss our target.
"""

_TEST = """
In my previous job I ran the night desk of a hotel.
One guest after another complained about noise from the street.
My boss had promised the owners a better rating by spring.
I listened to every complaint and wrote the room numbers on a map.
The trouble came from only one side of the building.
A delivery lorry stopped there at half past four each morning.
I walked over and spoke with the driver.
He could just as well use the yard at the back.
It took a letter to the company and two more visits.
From then on the complaints dropped by eighty percent.
The rating went up before the end of March.
I also taught the other clerks to keep such a map.
When I joined the museum the archive was a mess.
There were boxes in the cellar that no one had opened since the war.
I proposed to photograph everything within a year.
The director doubted that we could pay for it.
I found a school that was glad to help.
Sixteen students came every Thursday afternoon.
We started with the oldest glass plates.
Two of them turned out to be the only copies in the world.
A newspaper wrote about it and money came in.
By autumn half of the archive was online.
Looking back I should have asked for a second scanner.
It would have saved us most of the winter.
Our software crashed whenever the clock changed.
Customers in Chile saw their bookings move by an hour.
I reproduced the fault on a machine at home.
The cause was one line that added a fixed number of seconds.
I replaced it and added thirty tests.
Then I searched the rest of the code for the same mistake.
There were five more places.
We shipped the repair within two days.
Support told me that the calls stopped at once.
I gave a short talk about it to the whole department.
Since then nobody writes date arithmetic by hand.
The rule is now part of how we review.
"""


def sentences(part: Part) -> tuple[str, ...]:
    """Return the sentences of one part."""
    text = _DEVELOPMENT if part == "development" else _TEST
    return tuple(text.strip().splitlines())
