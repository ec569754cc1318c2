import Counter from "../islands/Counter.tsx";
import { page } from "./$index.ts";
export default page(() => <main>Hi <Counter text={"</script> $' $& $`"} /></main>);
