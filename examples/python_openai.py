"""A twin through OpenAI's library: pip install openai"""

import os

from openai import OpenAI

twin = OpenAI(
    base_url=os.environ["TWINCAST_URL"] + "/v1",
    api_key=os.environ["TWINCAST_KEY"],
)
stream = twin.chat.completions.create(
    model=os.environ["TWINCAST_TWIN"],
    messages=[{"role": "user", "content": "What do you do?"}],
    stream=True,
)
for part in stream:
    if part.choices and part.choices[0].delta.content:
        print(part.choices[0].delta.content, end="", flush=True)
print()
